/** Where lanes of cells begin along one axis, ascending, in pixels. */
export type Starts = readonly number[]

/**
 * The starts that most of these places share, so that no two are closer than `size` and a least gutter: blocks that
 * stand beside the columns (or rows) of the others do not make one of their own.
 */
export function startsOf(places: readonly number[], size: number): Starts {
  const counts = new Map<number, number>()
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1)
  const kept: number[] = []
  for (const [place] of [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]))
    if (kept.every(other => Math.abs(other - place) >= size + LEAST_GUTTER)) kept.push(place)
  return kept.sort((a, b) => a - b)
}

/** The least between two blocks in neighbouring cells, in pixels. */
const LEAST_GUTTER = 24

/** The first and last lane whose cells a stretch holds whole; null when it holds none. */
export function lanesWithin(starts: Starts, size: number, from: number, to: number): readonly [number, number] | null {
  const held = [...starts.keys()].filter(
    lane => (starts[lane] as number) >= from && (starts[lane] as number) + size <= to,
  )
  const [first, last] = [held[0], held.at(-1)]
  return first === undefined || last === undefined ? null : [first, last]
}
