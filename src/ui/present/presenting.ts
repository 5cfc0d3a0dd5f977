import { presentedStops, presentation as say } from '../messages/en'
import { announce } from '../session/announce'
import type { Stage } from '../session/editor-store'
import type { Session } from '../session/session'
import { enterFullScreen, leaveFullScreen } from './full-screen'
import { partsOf, shiftTo } from './looking'
import { type Stop, stopsOf, WALKS, type Walk } from './stops'

/** What a running presentation can be told to do; the digit that was pressed says where a jump goes. */
export const DEEDS = {
  next: (session: Session) => walkOn(session, 1),
  back: (session: Session) => walkOn(session, -1),
  first: (session: Session) => goTo(session, 0),
  last: (session: Session) => goTo(session, stopsNow(session).length - 1),
  jump: (session: Session, pressed?: string) => jump(session, Number(pressed)),
  notes: (session: Session) => change(session, stage => ({ hasNotes: !stage.hasNotes })),
  marks: (session: Session) => change(session, stage => ({ hasMarks: !stage.hasMarks })),
  leave,
} as const

/** Starts to present: the design fills the screen and is looked at only, in the first walk that it has stops for. */
export function present(session: Session): void {
  const { editor, view } = session
  const walk = WALKS.find(walk => stopsOf(session.design(), walk, null).length > 0)
  if (!walk || editor.getState().stage) return
  const { blocks, flows, groups, step, finding, isTracing, whatIf, isFindOpen } = editor.getState()
  const before = {
    editor: { blocks, flows, groups, step, finding, isTracing, whatIf, isFindOpen },
    shift: view.shift(),
  }
  enterFullScreen(() => leave(session))
  editor.setState({
    stage: { walk, at: 0, part: 0, lit: null, now: new Set(), hasNotes: false, hasMarks: false, before },
    ...{ blocks: new Set(), flows: new Set(), groups: new Set(), step: null, finding: null },
    ...{
      isTracing: false,
      whatIf: null,
      isFindOpen: false,
      connecting: null,
      renaming: null,
      ghost: null,
      toast: null,
    },
  })
}

/** Ends the presentation: view, selection and panels are as they were before it. */
function leave(session: Session): void {
  const { stage } = session.editor.getState()
  if (!stage) return
  leaveFullScreen()
  session.editor.setState({ ...stage.before.editor, stage: null, isLaser: false })
  session.view.moveTo(stage.before.shift, false)
  session.view.focus()
  announce(session, say.ended)
}

/** The stops of the walk that is presented; none while nothing is. */
export function stopsNow(session: Session): readonly Stop[] {
  const { stage } = session.editor.getState()
  const { revision, isOn, coverage } = session.analysis.getState()
  return stage ? stopsOf(session.design(), stage.walk, revision !== null && isOn ? coverage : null) : []
}

/** Changes to another walk, at its overview. */
export function chooseWalk(session: Session, walk: Walk): void {
  change(session, () => ({ walk }))
  goTo(session, 0)
}

/** Brings what the present stop shows into view, after a change of stop, design or window. */
export function look(session: Session, isGliding: boolean): void {
  const { stage } = session.editor.getState()
  const stop = stage && stopsNow(session)[stage.at]
  if (!stop) return
  const shift = shiftTo(session, stop, stage.part)
  if (shift) session.view.moveTo(shift, isGliding)
}

/** Puts the stop that the stage names on the canvas; where the design has fewer stops by now, the last one. */
export function refresh(session: Session): void {
  const { stage } = session.editor.getState()
  const stops = stopsNow(session)
  const at = Math.min(stage?.at ?? 0, stops.length - 1)
  const stop = stops[at]
  if (stop) change(session, () => ({ at, lit: stop.lit, now: stop.now }))
  else leave(session)
}

/** The next view of this stop, else the next stop; back the same way. */
function walkOn(session: Session, way: 1 | -1): void {
  const { stage } = session.editor.getState()
  const stops = stopsNow(session)
  const stop = stage && stops[stage.at]
  if (!stop) return
  const part = stage.part + way
  if (part >= 0 && part < partsOf(session, stop).length) show(session, stage.at, part)
  else if (way === 1 && stage.at < stops.length - 1) show(session, stage.at + 1, 0)
  else if (way === -1 && stage.at > 0) {
    const previous = stops[stage.at - 1]
    show(session, stage.at - 1, previous ? partsOf(session, previous).length - 1 : 0)
  }
}

function goTo(session: Session, at: number): void {
  show(session, at, 0)
}

function jump(session: Session, number: number): void {
  const at = stopsNow(session).findIndex(stop => stop.number === number)
  if (at >= 0) goTo(session, at)
}

function show(session: Session, at: number, part: number): void {
  const stops = stopsNow(session)
  const stop = stops[at]
  if (!stop) return
  change(session, () => ({ at, part, lit: stop.lit, now: stop.now }))
  announce(session, sentenceOf(session, stop, at))
  look(session, true)
}

/** "Stop 3 of 9: Data, view 1 of 2, 8 blocks, 5 of 6 checks covered." */
export function sentenceOf(session: Session, stop: Stop, at: number): string {
  const said = [stop.title, ...factsOf(session, stop)].join(', ')
  return say.stop(at + 1, stopsNow(session).length, said)
}

/** The facts of a stop, after which of its views is shown where it takes several. */
export function factsOf(session: Session, stop: Stop): readonly string[] {
  const count = partsOf(session, stop).length
  const part = Math.min(session.editor.getState().stage?.part ?? 0, count - 1)
  return count > 1 ? [presentedStops.view(part + 1, count), ...stop.facts] : stop.facts
}

function change(session: Session, to: (stage: Stage) => Partial<Stage>): void {
  session.editor.setState(({ stage }) => (stage ? { stage: { ...stage, ...to(stage) } } : {}))
}
