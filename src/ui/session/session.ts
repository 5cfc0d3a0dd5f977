import { sceneOf } from '../../drawing/scene'
import { type Design, type Id, lookUp } from '../../model/design'
import type { Edit } from '../../model/edit'
import { finished, inSlices } from '../../rules/in-parts'
import type { DesignDocument } from '../../store/document'
import type { OpenDocument } from '../../store/documents'
import type { LayoutRunner } from '../../workers/layout-runner'
import { toSummary } from '../start/summary'
import { type AnalysisState, type AnalysisStore, analysisOf, createAnalysisStore } from './analysis'
import { createEditorStore, type EditorStore } from './editor-store'
import { lazyLayoutRunner } from './lazy-layout'
import { createNumbersStore, type NumbersStore } from './numbers-store'
import { preferences } from './preferences'
import { type CanvasView, NO_VIEW } from './view'

/** Milliseconds of quiet before lint runs again: marks do not flicker while a person drags or types. */
const QUIET_MS = 100

export interface CommitOptions {
  /** Edits that follow each other with the same key are one undo step. */
  readonly merge?: string
}

export type Lint = typeof import('./lint')
export type Explain = typeof import('../numbers/explain')

/** One open design with everything around it: what commands, panels and the canvas share. */
export interface Session {
  readonly id: Id
  readonly document: DesignDocument
  readonly opened: OpenDocument
  readonly editor: EditorStore
  readonly analysis: AnalysisStore
  /** The numbers of the design, in step with it; null until their code is loaded. */
  readonly numbers: NumbersStore
  /** The rules; null until they are loaded. */
  lint: Lint | null
  readonly layout: LayoutRunner
  /** How numbers came about; null until it is loaded. */
  explain: Explain | null
  /** What commands may ask of the canvas; set while one is on screen. */
  view: CanvasView
  design(): Design
  /** The one door for what the person does. False when nothing changed, read-only, and while it is presented. */
  commit(edit: Edit, options?: CommitOptions): boolean
  /** Lint now, not after the quiet. */
  analyseNow(): void
  isDisposed(): boolean
  dispose(): void
}

/** Opens the editor's state around a document from this device. */
export function createSession(opened: OpenDocument): Session {
  const { document, id } = opened
  const editor = createEditorStore({
    isAutoTidy: preferences.get('autoTidy')[id] === true,
    profile: preferences.get('profile'),
    // On a phone, upright or not, the design comes first; the sheet is a press away.
    isInspectorFolded: innerWidth < 900 && Math.min(innerWidth, innerHeight) < 600,
  })
  const analysis = createAnalysisStore()
  const layout = lazyLayoutRunner()
  const numbers = createNumbersStore(document, editor, explain => {
    session.explain = explain
  })
  let isDisposed = false
  let quiet: ReturnType<typeof setTimeout> | undefined

  let running: { readonly stop: () => void } | undefined

  const parts = () => {
    clearTimeout(quiet)
    running?.stop()
    if (!session.lint || isDisposed) return null
    const { design, revision } = document.getState()
    return analysisOf(session.lint, design, revision, editor.getState())
  }
  const show = (next: AnalysisState) => {
    analysis.setState(next)
    if (next.isOn) opened.journal.setSummary(toSummary(next.coverage, next.findings.length + next.hidden))
  }
  const analyseNow = () => {
    const all = parts()
    if (all) show(finished(all))
  }
  // Lint waits for the end of a drag: its frames belong to the hand. A large design is judged in slices between them.
  const analyseWhenStill = () => {
    if (session.view.isDragging()) {
      quiet = setTimeout(analyseWhenStill, QUIET_MS)
      return
    }
    const all = parts()
    if (all) running = inSlices(all, show)
  }
  const unlisten = document.subscribe((state, before) => {
    if (state.design === before.design) return
    forgetGone(editor, state.design)
    clearTimeout(quiet)
    running?.stop()
    quiet = setTimeout(analyseWhenStill, QUIET_MS)
  })

  const session: Session = {
    id,
    document,
    opened,
    editor,
    analysis,
    numbers,
    lint: null,
    explain: null,
    layout,
    view: NO_VIEW,
    design: () => document.getState().design,
    commit: (edit, options) => editor.getState().stage === null && document.commit(edit, 'user', options),
    analyseNow,
    isDisposed: () => isDisposed,
    dispose() {
      isDisposed = true
      clearTimeout(quiet)
      running?.stop()
      unlisten()
      layout.terminate()
      void opened.close()
    },
  }
  void import('./lint').then(lint => {
    session.lint = lint
    analyseNow()
  })
  return session
}

/** What is gone from the design, or hidden in a collapsed room, is no longer selected. */
function forgetGone(editor: EditorStore, design: Design): void {
  const { blocks, flows, groups, renaming } = editor.getState()
  const { hiddenBy } = sceneOf(design)
  const isHidden = (id: Id) => {
    const { source = id, target = id } = lookUp(design.flows, id) ?? {}
    return hiddenBy(source) !== undefined && hiddenBy(source) === hiddenBy(target)
  }
  const here = (ids: ReadonlySet<Id>, table: Readonly<Record<Id, unknown>>) => {
    const left = [...ids].filter(id => Object.hasOwn(table, id) && !isHidden(id))
    return left.length === ids.size ? ids : new Set(left)
  }
  editor.setState({
    blocks: here(blocks, design.blocks),
    flows: here(flows, design.flows),
    groups: here(groups, design.groups),
    renaming: renaming !== null && isNamed(design, renaming) ? renaming : null,
  })
}

/** Whether a block, room or flow with that id is there to be named. */
function isNamed(design: Design, id: Id): boolean {
  return [design.blocks, design.groups, design.flows].some(table => Object.hasOwn(table, id))
}
