import type { Flow, Point } from '../model/design'
import { middleOf } from './berth'
import { plainLine } from './best-line'
import type { Stretch } from './candidates'
import { isSideways, type Side } from './geometry'
import type { Ground } from './ground'
import type { End } from './scene'

const SIDES: readonly Side[] = ['right', 'bottom', 'top', 'left']

/** Flows that mostly run back, against the reading direction: any side suits them. */
const RUNS_BACK: readonly string[] = ['feedback', 'trigger', 'metric']

/** Against each side but the two of the reading direction, in pixels of detour. */
const TOP_OR_BOTTOM = 35
const AGAINST_GRAIN = 70
const AGAINST_GRAIN_IF_BACK = 25

/** Against a side for every flow it already has: more on a short side, which soon is crowded. */
const CROWDED_SHORT = 30
const CROWDED_LONG = 15

/** Chooses the sides of one flow after another, in view of those before. */
export interface SideChooser {
  choose(flow: Flow, source: End, target: End): readonly [Side, Side]
  /** Makes a flow known whose line is given. */
  note(source: End, target: End, sides: readonly [Side, Side], line: readonly Point[]): void
}

/** A chooser that knows of no flow yet. The ground is a draft of its own: lines are added to it. */
export function createSideChooser(draft: Ground): SideChooser {
  const used = new Map<string, number>()
  const crowd = (end: End, side: Side): number =>
    (used.get(`${side} ${end.id}`) ?? 0) * (isSideways(side) ? CROWDED_SHORT : CROWDED_LONG)
  const note: SideChooser['note'] = (source, target, sides, line) => {
    for (const key of [`${sides[0]} ${source.id}`, `${sides[1]} ${target.id}`]) used.set(key, (used.get(key) ?? 0) + 1)
    draft.addFlow(line)
  }
  return {
    note,
    choose(flow, source, target) {
      if (source.id === target.id) return LOOP
      const pairs = SIDES.flatMap(from =>
        SIDES.map(to => pairOf(flow, source, target, from, to, crowd(source, from) + crowd(target, to))),
      )
      const { sides, line } = bestPair(draft, pairs)
      note(source, target, sides, line)
      return sides
    },
  }
}

const LOOP: readonly [Side, Side] = ['right', 'bottom']

interface Pair {
  readonly stretch: Stretch
  /** What speaks against these sides, whatever the line. */
  readonly own: number
  readonly atLeast: number
}

interface Choice {
  readonly sides: readonly [Side, Side]
  readonly line: readonly Point[]
}

/** The pair of sides with the cheapest plain line between their middles. */
function bestPair(draft: Ground, pairs: Pair[]): Choice {
  pairs.sort((a, b) => a.atLeast - b.atLeast)
  let best: Choice = { sides: ['right', 'left'], line: [] }
  let lowest = Infinity
  for (const { stretch, own, atLeast } of pairs) {
    if (atLeast >= lowest) break
    const found = plainLine(draft, stretch, lowest - own)
    if (!found || found.cost + own >= lowest) continue
    best = { sides: [stretch.source.side, stretch.target.side], line: found.line }
    lowest = found.cost + own
  }
  return best
}

function pairOf(flow: Flow, source: End, target: End, from: Side, to: Side, crowd: number): Pair {
  const stretch: Stretch = {
    source: middleOf(source.box, from),
    target: middleOf(target.box, to),
    sourceBox: source.box,
    targetBox: target.box,
  }
  const own = crowd + costOfSides(flow, from, to)
  const { x, y } = stretch.source
  return { stretch, own, atLeast: own + Math.abs(x - stretch.target.x) + Math.abs(y - stretch.target.y) }
}

function costOfSides(flow: Flow, source: Side, target: Side): number {
  const againstGrain = RUNS_BACK.includes(flow.kind) ? AGAINST_GRAIN_IF_BACK : AGAINST_GRAIN
  const upright = [source, target].filter(side => !isSideways(side)).length * TOP_OR_BOTTOM
  return upright + (source === 'left' ? againstGrain : 0) + (target === 'right' ? againstGrain : 0)
}
