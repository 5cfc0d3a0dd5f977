import type { Box } from './geometry'

/** Things by where they are, so that only the near ones are looked at. */
export interface Grid<T> {
  add(box: Box, thing: T): void
  /** Calls back for everything that may touch the box, each thing once; `true` ends the search. */
  near(box: Box, visit: (thing: T) => boolean | undefined): void
}

const CELL = 160
/** Things over more cells than this are kept apart and always looked at: a stray block must not fill the memory. */
const MOST_CELLS = 256

interface Entry<T> {
  readonly thing: T
  visited: number
}

/** An empty index. */
export function createGrid<T>(): Grid<T> {
  const cells = new Map<number, Entry<T>[]>()
  const large: Entry<T>[] = []
  const everything: Entry<T>[] = []
  let search = 0
  return {
    add(box, thing) {
      const entry = { thing, visited: 0 }
      everything.push(entry)
      const keys = cellsOf(box)
      if (!keys) large.push(entry)
      for (const key of keys ?? []) {
        const cell = cells.get(key)
        if (cell) cell.push(entry)
        else cells.set(key, [entry])
      }
    },
    near(box, visit) {
      search++
      const seen = (entry: Entry<T>): boolean => {
        if (entry.visited === search) return false
        entry.visited = search
        return visit(entry.thing) === true
      }
      const keys = cellsOf(box)
      if (!keys) {
        everything.some(seen)
        return
      }
      if (large.some(seen)) return
      for (const key of keys) if (cells.get(key)?.some(seen)) return
    },
  }
}

/** Keys of the cells under a box, or null when there are too many. Far apart cells may share a key: that costs a look. */
function cellsOf(box: Box): number[] | null {
  const [left, top] = [Math.floor(box.x / CELL), Math.floor(box.y / CELL)]
  const columns = Math.floor((box.x + box.width) / CELL) - left + 1
  const rows = Math.floor((box.y + box.height) / CELL) - top + 1
  if (!(columns * rows <= MOST_CELLS)) return null
  const keys: number[] = []
  for (let column = left; column < left + columns; column++)
    for (let row = top; row < top + rows; row++) keys.push(((column & 0x7fff) << 15) | (row & 0x7fff))
  return keys
}
