import { BLOCK_SIZE, CARD_SIZE } from '../../kinds'
import type { Part, Parts } from '../parts'
import { isCard } from './areas'

/** Above this many blocks the search no longer finds better drawings than ELK in the time there is. */
const MOST_BLOCKS = 70

/** Whether these parts fit on cells: no groups in groups, no wired cards, all blocks of one size, and not too many. */
export function canDraw({ blocks, flows, groups }: Parts): boolean {
  const cards = new Set(blocks.filter(isCard).map(card => card.id))
  return (
    blocks.length <= MOST_BLOCKS &&
    blocks.every(part => isSize(part, isCard(part) ? CARD_SIZE : BLOCK_SIZE)) &&
    flows.every(flow => !cards.has(flow.source) && !cards.has(flow.target)) &&
    groups.every(group => group.group === undefined)
  )
}

/** The parts that stand on cells: all but the cards of groups that hold nothing else. */
export function boardBlocks({ blocks }: Parts): readonly Part[] {
  const mixed = new Set(blocks.filter(part => !isCard(part)).map(part => part.group))
  return blocks.filter(part => !isCard(part) || part.group === undefined || mixed.has(part.group))
}

function isSize(part: Part, { width, height }: { readonly width: number; readonly height: number }): boolean {
  return part.width === width && part.height === height
}
