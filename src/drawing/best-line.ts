import type { Point } from '../model/design'
import { candidates, lastResort, type Stretch } from './candidates'
import { type Ground, plainCost } from './ground'
import { searchLine } from './search'

export interface PricedLine {
  readonly line: readonly Point[]
  readonly cost: number
}

/** The cheapest line with at most two turns, or null when there is none at `limit` or below. */
export function plainLine(ground: Ground, stretch: Stretch, limit = Infinity): PricedLine | null {
  let best: PricedLine | null = null
  for (const line of candidates(stretch)) {
    const allowed: number = best?.cost ?? limit
    const cost = ground.cost(line, allowed)
    if (best ? cost < allowed : cost <= allowed) best = { line, cost }
  }
  return best
}

/** With more against it than this, a plain line is worth a search for a better one. */
const TOO_MANY_FAULTS = 150

/** The cheapest line between two ports: a plain one where little lies in its way, else around what does. */
export function bestLine(ground: Ground, stretch: Stretch): readonly Point[] {
  const plain = plainLine(ground, stretch)
  if (plain && plain.cost - plainCost(plain.line) <= TOO_MANY_FAULTS) return plain.line
  const around = searchLine(ground, stretch)
  if (!around || around.length > 10) return plain?.line ?? around ?? lastResort(stretch)
  return plain && plain.cost <= ground.cost(around, plain.cost) ? plain.line : around
}
