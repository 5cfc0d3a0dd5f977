import type { Scope } from '../../graph/scope'
import { setBrief } from '../../model/brief'
import type { Waiver } from '../../model/design'
import { unwaive, waive } from '../../model/waivers'
import { type Finding, findingKey } from '../../rules/rule'
import type { Profile } from '../../store/preferences'
import { findingDeeds as say } from '../messages/en'
import { announce } from '../session/announce'
import { select, tell } from '../session/editor-store'
import { inSight } from '../session/in-sight'
import { preferences } from '../session/preferences'
import type { Session } from '../session/session'
import { undo } from './editing'
import { isTyping } from './keys'

/** Shows the details of a finding: selects its blocks, or the collapsed rooms that hide them, and brings them into view.
 * Null closes it. */
export function openFinding(session: Session, finding: Finding | null): void {
  if (!finding) {
    session.editor.setState({ finding: null })
    return
  }
  const design = session.design()
  const { blocks, groups } = inSight(design, finding.at)
  select(session.editor, blocks, [], groups)
  session.editor.setState({ finding: findingKey(finding), tab: 'findings', isInspectorFolded: false })
  if (blocks.size + groups.size > 0) session.view.show([...blocks, ...groups])
}

/** Accepts a finding, or all that its rule finds anywhere, with a reason that is kept in the file. */
export function waiveFinding(session: Session, finding: Finding, reason: string, isEverywhere = false): void {
  if (!session.commit(waive(session.design(), finding.rule, isEverywhere ? [] : finding.at, reason))) return
  session.editor.setState({ finding: null })
  session.analyseNow()
  tell(session.editor, { text: say.waived, action: { name: say.undo, run: () => undo(session) } })
}

/** Takes a waiver back; its finding is open again. */
export function takeWaiverBack(session: Session, waiver: Waiver): void {
  session.commit(unwaive(waiver.id))
  session.analyseNow()
}

/** Sets the scope that the drawing looks like. */
export function narrowScope(session: Session, scope: Scope): void {
  session.commit({ ...setBrief('scope', scope), label: say.scopeEdit(scope) })
  session.analyseNow()
}

/** Chooses when the rules speak; remembered for this browser. */
export function setProfile(session: Session, profile: Profile): void {
  session.editor.setState({ profile, isRevealed: false, finding: null, ghost: null })
  preferences.set('profile', profile)
  session.analyseNow()
  const { findings, hidden, isOn } = session.analysis.getState()
  announce(session, isOn ? say.count(findings.length + hidden) : say.off)
}

/** Shows the findings of an interview, or hides them again. */
export function reveal(session: Session, isRevealed: boolean): void {
  session.editor.setState({ isRevealed, finding: null })
  session.analyseNow()
}

/** Opens the rule book at the page of a rule, or at its list. */
export function openRuleBook(session: Session, rule: string | null = null): void {
  session.editor.setState({ dialog: 'rules', rule })
}

/**
 * Opens the finding after (1) or before (-1) the open one, round and round. A field that has the cursor keeps what was
 * typed and is left for the diagram.
 */
export function nextFinding(session: Session, step: 1 | -1): void {
  const { findings } = session.analysis.getState()
  if (findings.length === 0) return
  if (isTyping(document.activeElement)) session.view.focus()
  const open = findings.findIndex(finding => findingKey(finding) === session.editor.getState().finding)
  const from = open < 0 && step < 0 ? 0 : open
  const next = findings[(from + step + findings.length) % findings.length]
  if (next) openFinding(session, next)
}
