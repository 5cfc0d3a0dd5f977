import { type Block, type Design, type Id, lookUp } from '../model/design'
import type { Edit } from '../model/edit'
import { byOrder } from '../model/order'
import { rectOf } from './frames'
import { overlaps } from './rect'

/**
 * Brings blocks over the next block that covers them, or sends them under the next that they cover. Only blocks that
 * overlap them, and those that overlap these in turn, get another `order`; the edit is empty where nothing changes.
 */
export function restack(design: Design, ids: Iterable<Id>, way: 'forward' | 'back'): Edit {
  const chosen = new Set([...ids].filter(id => lookUp(design.blocks, id)?.at))
  const label = way === 'forward' ? 'Bring forward' : 'Send back'
  const piles = pilesOf(design, chosen)
  const changes = piles.flatMap(pile => {
    const next = moved(pile, chosen, way === 'forward' ? 1 : -1)
    if (next.every((block, i) => block === pile[i])) return []
    return next.flatMap((block, i) => {
      const to = `a${String(i).padStart(3, '0')}`
      return block.order === to ? [] : [{ op: 'set', table: 'blocks', id: block.id, path: 'order', to } as const]
    })
  })
  return { label, changes }
}

/** The blocks that lie over each other around the chosen ones, from the lowest to the highest, pile by pile. */
function pilesOf(design: Design, chosen: ReadonlySet<Id>): Block[][] {
  const left = new Set(Object.values(design.blocks).filter(block => block.at))
  const piles: Block[][] = []
  for (const start of [...left].filter(block => chosen.has(block.id))) {
    if (!left.delete(start)) continue
    const pile = [start]
    for (const block of pile)
      for (const other of left)
        if (isOver(block, other)) {
          left.delete(other)
          pile.push(other)
        }
    piles.push(pile.sort(byOrder))
  }
  return piles
}

/** The pile with each chosen block one place further, past the nearest that is not chosen and touches it. */
function moved(pile: readonly Block[], chosen: ReadonlySet<Id>, step: 1 | -1): Block[] {
  const next = step === 1 ? [...pile] : [...pile].reverse()
  for (let i = next.length - 1; i >= 0; i--) {
    const block = next[i] as Block
    if (!chosen.has(block.id)) continue
    const over = next.findIndex((other, at) => at > i && !chosen.has(other.id) && isOver(block, other))
    if (over < 0) continue
    next.splice(i, 1)
    next.splice(over, 0, block)
  }
  return step === 1 ? next : next.reverse()
}

function isOver(a: Block, b: Block): boolean {
  const [one, other] = [rectOf(a), rectOf(b)]
  return one !== null && other !== null && overlaps(one, other)
}
