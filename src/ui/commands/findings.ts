import type { Scope } from '../../graph/scope'
import { place } from '../../layout/place'
import { setBrief } from '../../model/brief'
import { type Block, type Design, type Id, lookUp, type Waiver } from '../../model/design'
import type { Edit } from '../../model/edit'
import { unwaive, waive } from '../../model/waivers'
import { type FieldFix, type Finding, findingKey } from '../../rules/rule'
import { announce } from '../session/announce'
import { select, tell } from '../session/editor-store'
import type { Session } from '../session/session'
import { undo } from './editing'
import { commitAndTidy } from './tidying'

/** Milliseconds that the blocks of a fix stand out after it was pressed. */
const FRESH_MS = 2400

/** Shows the details of a finding: selects its blocks, brings them into view. Null closes it. */
export function openFinding(session: Session, finding: Finding | null): void {
  if (!finding) {
    session.editor.setState({ finding: null })
    return
  }
  const design = session.design()
  const blocks = finding.at.filter(id => Object.hasOwn(design.blocks, id))
  select(session.editor, blocks)
  session.editor.setState({ finding: findingKey(finding), tab: 'findings', isInspectorFolded: false })
  if (blocks.length > 0) session.view.show(blocks)
}

/**
 * Carries out a fix of a finding, made anew for the design as it is now. New blocks get free ground beside what they
 * belong to, nothing else moves; one undo step. Where the cure is a sentence of the person, its field gets the cursor.
 */
export function applyFix(session: Session, finding: Finding, index: number): void {
  const design = session.design()
  const fix = session.lint?.resolveFix(design, finding, index)
  if (!fix) {
    tell(session.editor, { text: 'This no longer applies: the design has changed since.' })
    session.analyseNow()
    return
  }
  if ('field' in fix) {
    focusField(session, finding, fix)
    return
  }
  const edit = place(design, { ...fix.edit, label: capital(fix.title) })
  if (!commitAndTidy(session, edit)) return
  session.editor.setState({ finding: null })
  session.analyseNow()
  showFresh(session, edit, fix.title)
}

function focusField(session: Session, finding: Finding, fix: FieldFix): void {
  const [block] = finding.at
  if (block) select(session.editor, [block])
  session.editor.setState({
    tab: block ? 'properties' : 'brief',
    field: block ? `props.${fix.field}` : `brief.${fix.field}`,
    isInspectorFolded: false,
  })
}

function showFresh(session: Session, edit: Edit, title: string): void {
  const design = session.design()
  const added = edit.changes.flatMap(change => (change.op === 'put' && change.table === 'blocks' ? [change.id] : []))
  const fresh = new Set([...added, ...flowsOf(edit)])
  session.editor.setState({ fresh })
  setTimeout(() => {
    if (session.editor.getState().fresh === fresh) session.editor.setState({ fresh: new Set() })
  }, FRESH_MS)
  if (added.length > 0) session.view.show(added)
  tell(session.editor, {
    text: sentenceOf(design, added, edit) ?? `${capital(title)}: done.`,
    action: { name: 'Undo', run: () => undo(session) },
  })
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
  const names = [...around]
  const what = added.length === 1 ? first.label : `${first.label} and ${added.length - 1} more`
  if (names.length === 0) return `${what} added.`
  if (names.length === 1) return `${what} added at ${names[0]}.`
  return `${what} added between ${names.slice(0, 2).join(' and ')}.`
}

function flowsOf(edit: Edit): Id[] {
  return edit.changes.flatMap(change => (change.op === 'put' && change.table === 'flows' ? [change.id] : []))
}

/** Accepts a finding with a reason that is kept in the file. */
export function waiveFinding(session: Session, finding: Finding, reason: string): void {
  if (!session.commit(waive(session.design(), finding.rule, finding.at, reason))) return
  session.editor.setState({ finding: null })
  session.analyseNow()
  tell(session.editor, { text: 'Waived, with its reason.', action: { name: 'Undo', run: () => undo(session) } })
}

/** Takes a waiver back; its finding is open again. */
export function takeWaiverBack(session: Session, waiver: Waiver): void {
  session.commit(unwaive(waiver.id))
  session.analyseNow()
}

/** Sets the scope that the drawing looks like. */
export function narrowScope(session: Session, scope: Scope): void {
  session.commit({ ...setBrief('scope', scope), label: `Scope: ${scope}` })
  session.analyseNow()
}

/** Has everything said at once, however little is drawn; pressed again, it goes quiet. */
export function toggleReview(session: Session): void {
  session.editor.setState({ isReview: !session.editor.getState().isReview })
  session.analyseNow()
  const count = session.analysis.getState().findings.length
  announce(session, `${count} ${count === 1 ? 'finding' : 'findings'}.`)
}

function capital(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1)
}

/** Opens the finding after (1) or before (-1) the open one, round and round. */
export function nextFinding(session: Session, step: 1 | -1): void {
  const { findings } = session.analysis.getState()
  if (findings.length === 0) return
  const open = findings.findIndex(finding => findingKey(finding) === session.editor.getState().finding)
  const from = open < 0 && step < 0 ? 0 : open
  const next = findings[(from + step + findings.length) % findings.length]
  if (next) openFinding(session, next)
}
