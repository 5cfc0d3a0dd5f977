import type { Id } from '../../model/design'
import type { Placement } from '../placement'
import type { Seating } from './seat'

/** A seating as it is drawn, and how good that is; fewer points are better. */
export interface Drawing {
  readonly seating: Seating
  readonly cells: Int16Array
  readonly placement: Placement
  readonly points: number
}

/** How a drawing is polished. */
export interface Polish {
  readonly draw: (seating: Seating, cells: Int16Array) => Drawing
  /** The blocks at what is ugly about a drawing. */
  readonly faults: (placement: Placement) => ReadonlySet<Id>
  /** So many drawings at most. */
  readonly trials: number
}

/** A move is drawn only when the cheap cost rises by no more than this. */
const WORTH_DRAWING = 9

/** What it is worth, in the cheap cost, that a move is one of a block at a fault. */
const AT_FAULT = 3

/** Drawings that are tried in one slice. */
const TRIALS_A_SLICE = 25

/**
 * Moves single blocks, or swaps two, and keeps what draws better: of all moves those first that cost little by the cheap
 * cost and those of blocks at faults. Yields the best after each slice
 * of work. Ends when no move is left that draws better, or after so many trials.
 */
export function* polished(start: Drawing, { draw, faults, trials }: Polish): Generator<Drawing> {
  const { seating } = start
  const seen = new Set([keyOf(start.cells)])
  let kept = start
  let before: Drawing | null = null
  while (kept !== before && seen.size <= trials) {
    before = kept
    for (const cells of promising(kept, faults(kept.placement))) {
      if (seen.has(keyOf(cells))) continue
      seen.add(keyOf(cells))
      const next = draw(seating, cells)
      if (next.points < kept.points) kept = next
      if (seen.size % TRIALS_A_SLICE === 0) yield kept
      if (kept === next || seen.size > trials) break
    }
  }
  yield kept
}

/** The seatings one move away that are worth drawing, the most promising first. */
function promising({ seating, cells }: Drawing, faults: ReadonlySet<Id>): Int16Array[] {
  seating.load(cells)
  const most = seating.cost() + WORTH_DRAWING
  return seating
    .moves(faults)
    .filter(({ cost }) => cost <= most)
    .map(({ cells, cost, isHot }) => ({ cells, rank: cost - (isHot ? AT_FAULT : 0) }))
    .sort((a, b) => a.rank - b.rank)
    .map(move => move.cells)
}

function keyOf(cells: Int16Array): string {
  return cells.join(' ')
}
