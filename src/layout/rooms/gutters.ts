import { BLOCK_SIZE } from '../../kinds'
import type { Starts } from './axis'
import type { LeastGutters } from './sizes'
import type { Standing } from './standing'

/** The gutters of a layout as wide as they are: they may become wider, and whatever stands keeps its distance. */
export function shownGutters({ columns, rows }: Standing): LeastGutters {
  return { across: between(columns, BLOCK_SIZE.width), down: between(rows, BLOCK_SIZE.height) }
}

function between(starts: Starts, size: number): Map<number, number> {
  const gutters = new Map<number, number>()
  for (const [lane, start] of starts.entries()) if (lane > 0) gutters.set(lane, start - (starts[lane - 1] ?? 0) - size)
  return gutters
}
