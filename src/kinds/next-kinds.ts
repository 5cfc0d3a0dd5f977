import { STEPS, type Step } from '../model/design'
import { plainFlowKind } from './flow-kinds'
import { KINDS, kindOf } from './index'
import { USUAL_PAIRS } from './usual-pairs'

/** On which side of a block in the flow of things: what it leads to, or what leads to it. */
export type Way = 'after' | 'before'

/** Not offered as a next block: cards of the brief, free text, and the box for what nobody knows. */
const NEVER_NEXT: readonly string[] = ['brief-card', 'note', 'component']

/** What being named as usual by a kind counts for, at the first place and less with each after it. */
const NAMED = 1000
const LATER = 100

/**
 * The kinds that a flow may join with a kind, on one side of it, likeliest first: what the kind's file names as usual,
 * then what our case studies join with it, then the rest from the nearest step on. An answer drawn as a call into a
 * client is none: nothing comes before a client.
 */
export function nextKinds(kind: string, way: Way): readonly string[] {
  const rows = KINDS.filter(({ id }) => !NEVER_NEXT.includes(id) && mayJoin(kind, id, way)).map(({ id, step }) => ({
    id,
    worth: way === 'after' ? worthOf(kind, id) : worthOf(id, kind),
    steps: stepsAway(kindOf(kind).step, step, way),
  }))
  return rows.sort((a, b) => b.worth - a.worth || a.steps - b.steps).map(({ id }) => id)
}

/** Whether a kind is named as usual, or joined by a case study, after (or before) another: what leads a list of kinds. */
export function isUsualNext(kind: string, next: string, way: Way): boolean {
  return (way === 'after' ? worthOf(kind, next) : worthOf(next, kind)) > 0
}

function mayJoin(kind: string, other: string, way: Way): boolean {
  const [source, target] = way === 'after' ? [kind, other] : [other, kind]
  return target !== 'client' && plainFlowKind(source, target) !== null
}

function worthOf(source: string, target: string): number {
  const place = kindOf(source).next.indexOf(target)
  return (place < 0 ? 0 : NAMED - place * LATER) + (USUAL_PAIRS[source]?.[target] ?? 0)
}

/** How far a step lies on from another in the way asked; a step the other way counts as farther than all that lie on. */
function stepsAway(from: Step, to: Step, way: Way): number {
  const steps = (STEPS.indexOf(to) - STEPS.indexOf(from)) * (way === 'after' ? 1 : -1)
  return steps >= 0 ? steps : STEPS.length - steps
}
