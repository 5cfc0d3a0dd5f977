import type { Flow, Id } from '../../model/design'
import type { Part, Parts } from '../parts'
import type { Placement } from '../placement'
import { crossingFlows, GOOD_ASPECT, measure, score } from '../score'
import type { Areas } from './areas'
import { draw } from './draw'
import { aspectOf, floorPlans } from './floor-plans'
import { isTrainingLine } from './links'
import { type Drawing, polished } from './polish'
import { hashOf, randomFrom } from './random'
import { type Seating, seat } from './seat'
import { lanePlans } from './step-areas'

/** Floor plans looked at, those of them that are searched further, and those that are drawn and polished. */
const PLANS = 60
const FURTHER = 12
const POLISHED = 4

/** Moves of the two searches, and trials with real lines of the polish. */
const COARSE_MOVES = 1_200
const FINE_MOVES = 12_000
const TRIALS = 250

/** From this many blocks on the search makes all its moves; fewer blocks need fewer. */
const MANY_BLOCKS = 12

/** What it weighs, in crossings, that a flow of the training line runs right to left: a designer rather crosses it. */
const LINE_TURNED = 3

/** Floor plans that are tried in one slice. */
const PLANS_A_SLICE = 10

/** What is searched for: how these parts are drawn best, of which only `blocks` stand on cells. */
export interface Search {
  readonly parts: Parts
  readonly blocks: readonly Part[]
  readonly areas: Areas
  readonly areLanes: boolean
  readonly seed: number
}

/**
 * Searches for the best drawing. Yields the best placement after each slice of work, null before there is one.
 * Everything hangs on the ids of the blocks; the clock decides nothing.
 */
export function* betterAndBetter({ parts, blocks, areas, areLanes, seed }: Search): Generator<Placement | null> {
  const hash = hashOf(parts.blocks.map(block => block.id).join(' ')) + seed
  const random = (n: number) => randomFrom(hash + n * 7919)
  const effort = Math.min(1, blocks.length / MANY_BLOCKS)
  const plans = areLanes ? lanePlans(areas.all) : floorPlans(areas.all, PLANS)
  const seatings: Seating[] = []
  for (const [n, plan] of plans.entries()) {
    const seating = seat({ ...parts, blocks }, areas, plan, random(n))
    seating.anneal(COARSE_MOVES * effort, 6, 0.4)
    seatings.push(seating)
    if (n % PLANS_A_SLICE === PLANS_A_SLICE - 1) yield null
  }
  const trainingLine = trainingLineOf(parts)
  const pen: Pen = (seating, cells) => {
    const placement = draw(parts, blocks, seating.plan, cells)
    const points = score(measure(parts, placement)) + LINE_TURNED * turned(trainingLine, placement)
    return { seating, cells, placement, points }
  }
  const drawings: Drawing[] = []
  for (const seating of promising(seatings)) {
    seating.anneal(FINE_MOVES * effort, 4, 0.12)
    drawings.push(pen(seating, seating.cells()))
    yield best(drawings).placement
  }
  const start = drawings.toSorted((a, b) => a.points - b.points).slice(0, POLISHED)
  const faults = (placement: Placement) => endsOfCrossings(parts, placement)
  for (const drawing of start)
    for (const better of polished(drawing, { draw: pen, faults, trials: TRIALS })) {
      drawings.push(better)
      yield best(drawings).placement
    }
}

type Pen = (seating: Seating, cells: Int16Array) => Drawing

function trainingLineOf({ blocks, flows }: Parts): Flow[] {
  const kinds = new Map(blocks.map(block => [block.id, block.kind]))
  return flows.filter(flow => isTrainingLine(flow.kind, kinds.get(flow.source) ?? ''))
}

/** How many of the flows run right to left. */
function turned(flows: readonly Flow[], { at }: Placement): number {
  return flows.filter(({ source, target }) => (at.get(target)?.x ?? 0) < (at.get(source)?.x ?? 0)).length
}

function promising(seatings: readonly Seating[]): Seating[] {
  return seatings
    .map(seating => ({ seating, rank: rankOf(seating) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, FURTHER)
    .map(({ seating }) => seating)
}

function rankOf(seating: Seating): number {
  const { plan } = seating
  return seating.cost() + 25 * Math.abs(Math.log(aspectOf(plan) / GOOD_ASPECT)) + 0.25 * plan.columns * plan.rows
}

function best(drawings: readonly Drawing[]): Drawing {
  return drawings.reduce((one, other) => (other.points < one.points ? other : one))
}

function endsOfCrossings(parts: Parts, placement: Placement): Set<Id> {
  return new Set(crossingFlows(parts, placement).flatMap(({ source, target }) => [source, target]))
}
