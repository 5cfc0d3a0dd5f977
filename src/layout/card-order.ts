import { CARD_SHOWS } from '../kinds/brief'
import { type Block, type Design, lookUp, type Point } from '../model/design'
import type { Parts } from './parts'
import type { Placement } from './placement'
import { byId } from './rect'

/** The same placement with the cards of the brief of each group in the order of the brief, on the same places. */
export function withCardsInOrder(design: Design, parts: Parts, placement: Placement): Placement {
  const at = new Map(placement.at)
  const wired = new Set(parts.flows.flatMap(flow => [flow.source, flow.target]))
  const isFreeCard = (block: Block) => block.kind === 'brief-card' && !wired.has(block.id)
  for (const group of parts.groups) {
    const members = parts.blocks.filter(part => part.group === group.id)
    const cards = members.flatMap(({ id }) => lookUp(design.blocks, id) ?? []).filter(isFreeCard)
    const places = cards.flatMap(card => placement.at.get(card.id) ?? []).sort(inReadingOrder)
    for (const [i, { id }] of cards.toSorted(inBriefOrder).entries()) at.set(id, places[i] as Point)
  }
  return { ...placement, at }
}

const SUBJECTS: readonly unknown[] = Object.keys(CARD_SHOWS)

function inBriefOrder(a: Block, b: Block): number {
  return SUBJECTS.indexOf(a.props.shows) - SUBJECTS.indexOf(b.props.shows) || byId(a, b)
}

function inReadingOrder(a: Point, b: Point): number {
  return a.y - b.y || a.x - b.x
}
