import { place } from '../../layout/place'
import { type Block, type Design, type Id, lookUp, type Step } from '../../model/design'
import type { Edit } from '../../model/edit'
import { type FieldFix, type Finding, findingKey } from '../../rules/rule'
import { fixing as say } from '../messages/en'
import { select, tell } from '../session/editor-store'
import type { Session } from '../session/session'
import { openAround } from './closing'
import { undo } from './editing'
import { commitAndTidy } from './tidying'

/** Milliseconds that the blocks of a fix stand out after it was pressed. */
const FRESH_MS = 2400

/**
 * Carries out a fix of a finding, made anew for the design as it is now. New blocks get free ground beside what they
 * belong to, nothing else moves; one undo step. Where the cure is a sentence of the person, its field gets the cursor.
 */
export function applyFix(session: Session, finding: Finding, index: number): void {
  const design = session.design()
  const fix = session.lint?.resolveFix(design, finding, index)
  if (!fix) {
    tell(session.editor, { text: say.stale })
    session.analyseNow()
    return
  }
  if ('field' in fix) {
    focusField(session, finding, fix)
    return
  }
  const edit = place(design, { ...fix.edit, label: capital(fix.title) })
  if (!commitAndTidy(session, edit)) return
  session.editor.setState({ finding: null, ghost: null })
  session.analyseNow()
  showFresh(session, edit, fix.title)
}

/**
 * Carries out the first fix of the open finding; without one, of the gravest finding of what is selected, or of what the
 * keyboard stands on. Where there is none, that is said.
 */
export function fixHere(session: Session): void {
  const { finding: key, blocks, flows, groups, focus } = session.editor.getState()
  const { findings, byId } = session.analysis.getState()
  const open = findings.find(finding => findingKey(finding) === key)
  const selected = [...blocks, ...flows, ...groups]
  const ids = selected.length > 0 ? selected : focus ? [focus.id] : []
  const found = open ? [open] : ids.flatMap(id => byId.get(id) ?? [])
  const finding = found.find(one => one.fixes.length > 0)
  if (finding) applyFix(session, finding, 0)
  else tell(session.editor, { text: found.length > 0 ? say.noFix : say.noFinding })
}

/** Shows on the canvas what a fix would do, until another is pointed at; null takes it away. */
export function previewFix(session: Session, finding: Finding | null, index = 0): void {
  const design = session.design()
  const fix = finding && session.lint?.resolveFix(design, finding, index)
  session.editor.setState({ ghost: fix && 'edit' in fix ? place(design, fix.edit) : null })
}

/** Fixes every open finding of a step, or of all steps, whose cure is a change to the drawing: one undo step. */
export function fixEvery(session: Session, step: Step | null): void {
  const { lint } = session
  if (!lint) return
  const review = session.editor.getState().profile !== 'learning'
  const { edit, done } = lint.fixAll(session.design(), {
    review,
    place,
    isWanted: finding => step === null || finding.step === step,
  })
  if (done.length === 0) {
    tell(session.editor, { text: say.noneByDrawing })
    return
  }
  if (!commitAndTidy(session, edit)) return
  session.editor.setState({ finding: null, ghost: null })
  session.analyseNow()
  const left = session.analysis.getState().findings.filter(finding => step === null || finding.step === step).length
  highlight(session, edit)
  tell(session.editor, {
    text: say.fixed(done.length, left),
    action: { name: say.undo, run: () => undo(session) },
  })
}

function focusField(session: Session, finding: Finding, fix: FieldFix): void {
  const [block] = finding.at
  if (block && !openAround(session, [block])) return
  if (block) select(session.editor, [block])
  session.editor.setState({
    tab: block ? 'properties' : 'brief',
    field: block ? `props.${fix.field}` : `brief.${fix.field}`,
    suggested: fix.examples.length > 0 ? fix.examples : null,
    isInspectorFolded: false,
  })
}

function showFresh(session: Session, edit: Edit, title: string): void {
  const added = highlight(session, edit)
  tell(session.editor, {
    text: sentenceOf(session.design(), added, edit) ?? say.done(capital(title)),
    action: { name: say.undo, run: () => undo(session) },
  })
}

/** Lets what a fix brought stand out for a moment, and brings its blocks into view; returns those. */
function highlight(session: Session, edit: Edit): readonly Id[] {
  const added = edit.changes.flatMap(change => (change.op === 'put' && change.table === 'blocks' ? [change.id] : []))
  const fresh = new Set([...added, ...flowsOf(edit)])
  session.editor.setState({ fresh })
  setTimeout(() => {
    if (session.editor.getState().fresh === fresh) session.editor.setState({ fresh: new Set() })
  }, FRESH_MS)
  if (added.length > 0) session.view.show(added)
  return added
}

/** “A/B test added between Registry and Ranker.” */
function sentenceOf(design: Design, added: readonly Id[], edit: Edit): string | null {
  const [first] = added.map(id => lookUp(design.blocks, id)).filter((block): block is Block => block !== undefined)
  if (!first) return null
  const around = new Set<string>()
  for (const id of flowsOf(edit)) {
    const flow = lookUp(design.flows, id)
    const other = flow?.source === first.id ? flow.target : flow?.target === first.id ? flow.source : undefined
    const block = other && !added.includes(other) ? lookUp(design.blocks, other) : undefined
    if (block) around.add(block.label)
  }
  const [one, other] = around
  const what = added.length === 1 ? first.label : say.severalBlocks(first.label, added.length - 1)
  if (one === undefined) return say.added(what)
  return other === undefined ? say.addedAt(what, one) : say.addedBetween(what, one, other)
}

function flowsOf(edit: Edit): Id[] {
  return edit.changes.flatMap(change => (change.op === 'put' && change.table === 'flows' ? [change.id] : []))
}

function capital(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1)
}
