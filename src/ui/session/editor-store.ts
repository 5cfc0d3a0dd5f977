import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Id, Step } from '../../model/design'

export type Tab = 'properties' | 'findings' | 'brief'

/** A short message at the bottom of the canvas, with one thing to do about it. */
export interface Toast {
  readonly id: number
  readonly text: string
  readonly severity?: 'error'
  readonly action?: { readonly name: string; readonly run: () => void }
}

/** What is on screen but not in the design: selection, panels, the finding that is open. */
export interface EditorState {
  readonly blocks: ReadonlySet<Id>
  readonly flows: ReadonlySet<Id>
  readonly tab: Tab
  /** The step whose blocks and findings stand out; null: all. */
  readonly step: Step | null
  /** Key of the finding whose details are shown. */
  readonly finding: string | null
  /** The block whose name is being typed on the canvas. */
  readonly renaming: Id | null
  /** Coverage rules speak at once, though few blocks stand. */
  readonly isReview: boolean
  readonly isAutoTidy: boolean
  readonly isTidying: boolean
  readonly isPaletteFolded: boolean
  readonly isInspectorFolded: boolean
  readonly isExporting: boolean
  /** Blocks that a fix just brought, shown for a moment. */
  readonly fresh: ReadonlySet<Id>
  /** A field that asks for the cursor: `brief.latencyP99Ms` or `props.p99Ms`. */
  readonly field: string | null
  readonly toast: Toast | null
  /** One polite sentence for screen readers. */
  readonly announcement: string
}

export type EditorStore = StoreApi<EditorState>

const NONE: ReadonlySet<Id> = new Set()

/** The state of the editor around one open document. */
export function createEditorStore(initial: Partial<EditorState> = {}): EditorStore {
  return createStore<EditorState>(() => ({
    blocks: NONE,
    flows: NONE,
    tab: 'findings',
    step: null,
    finding: null,
    renaming: null,
    isReview: false,
    isAutoTidy: false,
    isTidying: false,
    isPaletteFolded: false,
    isInspectorFolded: false,
    isExporting: false,
    fresh: NONE,
    field: null,
    toast: null,
    announcement: '',
    ...initial,
  }))
}

/** Selects exactly these blocks and flows. */
export function select(editor: EditorStore, blocks: Iterable<Id>, flows: Iterable<Id> = []): void {
  editor.setState({ blocks: new Set(blocks), flows: new Set(flows) })
}

let toasts = 0

/** Shows a message at the bottom of the canvas in place of the one before. */
export function tell(editor: EditorStore, toast: Omit<Toast, 'id'>): void {
  toasts += 1
  editor.setState({ toast: { ...toast, id: toasts }, announcement: toast.text })
}
