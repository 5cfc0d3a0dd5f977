import type { Id } from '../../model/design'
import type { Box } from '../geometry'
import type { Cell } from './lattice'

/** A stretch of one axis that the boxes of a column (or row) take, in pixels. */
export interface Band {
  readonly from: number
  readonly to: number
}

/** Boxes in columns and rows with gutters between them, one box a cell. A box astray is on none. */
export interface Floor {
  readonly columns: readonly Band[]
  readonly rows: readonly Band[]
  readonly cells: ReadonlyMap<Id, Cell>
  readonly boxes: ReadonlyMap<Id, Box>
}

/** Boxes may stand this far out of line, in pixels, and still count as one column (or row). */
const OUT_OF_LINE = 16

/** So many boxes may stand across columns or rows; they are left out. */
const MOST_ASTRAY = 3

/** The columns and rows that boxes stand in, however roughly; null when they stand in none. */
export function floorOf(boxes: ReadonlyMap<Id, Box>): Floor | null {
  let left = new Map(boxes)
  for (let astray = 0; astray <= MOST_ASTRAY; astray++) {
    const floor = plainFloor(left)
    if (!floor.clash) return floor
    const without = floor.clash.map(id => new Map([...left].filter(([other]) => other !== id)))
    const clashes = without.map(each => plainFloor(each).clash?.length ?? 0)
    left = without[clashes.indexOf(Math.min(...clashes))] ?? left
  }
  return null
}

/** All boxes in columns and rows, and those in bands where two would share a cell. */
function plainFloor(boxes: ReadonlyMap<Id, Box>): Floor & { readonly clash: readonly Id[] | null } {
  const columns = bandsOf([...boxes.values()].map(({ x, width }) => ({ from: x, to: x + width })))
  const rows = bandsOf([...boxes.values()].map(({ y, height }) => ({ from: y, to: y + height })))
  const cells = new Map<Id, Cell>()
  const taken = new Map<string, Cell>()
  const crowded: Cell[] = []
  for (const [id, { x, y, width, height }] of boxes) {
    const cell = { column: bandAt(columns, x + width / 2), row: bandAt(rows, y + height / 2) }
    const key = `${cell.column} ${cell.row}`
    if (taken.has(key)) crowded.push(cell)
    taken.set(key, cell)
    cells.set(id, cell)
  }
  const isNear = (cell: Cell) => crowded.some(({ column, row }) => cell.column === column || cell.row === row)
  const clash = crowded.length > 0 ? [...cells].flatMap(([id, cell]) => (isNear(cell) ? [id] : [])) : null
  return { columns, rows, cells, boxes, clash }
}

function bandsOf(spans: readonly Band[]): Band[] {
  const bands: Band[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = bands.at(-1)
    if (last && span.from + OUT_OF_LINE < last.to - OUT_OF_LINE)
      bands[bands.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else bands.push(span)
  }
  return bands
}

function bandAt(bands: readonly Band[], middle: number): number {
  return bands.findIndex(({ from, to }) => middle >= from && middle <= to)
}
