import { BLOCK_SIZE, CARD_SIZE } from '../../kinds'
import type { Part, Parts } from '../parts'
import type { Engine, Placement } from '../placement'
import { areasOf, isCard } from './areas'
import { betterAndBetter } from './best-drawing'

/** Above this many blocks the search no longer finds better drawings than ELK in the time there is. */
const MOST_BLOCKS = 70

/** The engine in this thread, which it gives free between slices of some hundredths of a second. */
export const roomsEngine: Engine = async (parts, signal) => {
  let best: Placement | null = null
  for (const placement of drawInRooms(parts)) {
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
export function* drawInRooms(parts: Parts): Generator<Placement | null> {
  if (!canDraw(parts)) return
  const areas = areasOf(parts)
  const inCardRoom = new Set(areas.all.filter(area => area.role === 'brief').map(area => area.group))
  const blocks = parts.blocks.filter(part => part.group === undefined || !inCardRoom.has(part.group))
  if (blocks.length > 0) yield* betterAndBetter(parts, blocks, areas)
}

function canDraw({ blocks, flows, groups }: Parts): boolean {
  const cards = new Set(blocks.filter(isCard).map(card => card.id))
  return (
    blocks.length <= MOST_BLOCKS &&
    blocks.every(part => isSize(part, isCard(part) ? CARD_SIZE : BLOCK_SIZE)) &&
    flows.every(flow => !cards.has(flow.source) && !cards.has(flow.target)) &&
    groups.every(group => group.group === undefined)
  )
}

function isSize(part: Part, { width, height }: { readonly width: number; readonly height: number }): boolean {
  return part.width === width && part.height === height
}
