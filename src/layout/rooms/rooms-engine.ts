import type { Parts } from '../parts'
import type { Placement } from '../placement'
import { again } from './again'
import { areasOf } from './areas'
import { betterAndBetter } from './best-drawing'
import { boardBlocks, canDraw } from './can-draw'
import type { Standing } from './standing'
import { stepAreas } from './step-areas'

/** What is to be drawn in rooms. */
export interface RoomsTask {
  readonly parts: Parts
  /** The layout that is there: its plan and cells are kept. */
  readonly standing?: Standing
  /** One lane a step, above each other, in the place of a floor plan. */
  readonly areLanes?: boolean
  /** Another number draws another picture. */
  readonly seed?: number
}

/** Draws in rooms, in this thread or in a worker; as an engine does. */
export type RoomsEngine = (task: RoomsTask, signal?: AbortSignal) => Promise<Placement | null>

/** The engine in this thread, which it gives free between slices of some hundredths of a second. */
export const roomsEngine: RoomsEngine = async (task, signal) => {
  let best: Placement | null = null
  for (const placement of drawInRooms(task)) {
    best = placement
    await new Promise(resolve => setTimeout(resolve))
    if (signal?.aborted) break
  }
  return best
}

/**
 * Rooms on a floor plan: each group, or each role of a block that stands in none, gets a rectangle of cells; blocks are
 * moved about inside their rooms until flows are short, straight and cross little. Yields the best placement after each
 * slice of the search, null before there is one; the last is the answer. Yields nothing for designs with groups in
 * groups, wired cards, blocks of other sizes or too many blocks.
 */
function* drawInRooms({ parts, standing, areLanes = false, seed = 0 }: RoomsTask): Generator<Placement | null> {
  if (!canDraw(parts)) return
  const blocks = boardBlocks(parts)
  if (blocks.length === 0) return
  if (standing) yield* again(parts, blocks, standing)
  else yield* betterAndBetter({ parts, blocks, areas: areLanes ? stepAreas(parts) : areasOf(parts), areLanes, seed })
}
