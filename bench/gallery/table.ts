import { score } from '../../src/layout/score'
import type { Row } from './ruler'

/** The columns of the table: a heading, and the figure of a drawing under it. */
const COLUMNS: readonly (readonly [heading: string, of: (row: Row) => number, digits: number])[] = [
  ['crossings', row => row.crossings, 1],
  ['bends', row => row.bends, 1],
  ['line', row => row.line, 0],
  ['area', row => row.area, 2],
  ['aspect', row => row.aspect, 2],
  ['straight', row => row.straight, 1],
  ['req.straight', row => row.requestStraight, 1],
  ['req.bends', row => row.requestBends, 1],
  ['shared', row => row.sharedRun, 0],
  ['overlaps', row => row.overlaps, 1],
  ['through', row => row.through, 1],
  ['backward', row => row.backward, 1],
  ['score', row => score(row), 1],
  ['ms', row => row.ms, 0],
]

/** Names of the columns, in a line of text. */
export function heading(): string {
  return textLine(
    'mean of drawings',
    COLUMNS.map(([name]) => name),
  )
}

/** The means of these drawings, in a line of text. */
export function meanLine(name: string, rows: readonly Row[]): string {
  return textLine(
    name,
    COLUMNS.map(([, of, digits]) => (rows.reduce((sum, row) => sum + of(row), 0) / rows.length).toFixed(digits)),
  )
}

/** The figures of one drawing, in a line of text. */
export function rowLine(name: string, row: Row): string {
  return textLine(
    name,
    COLUMNS.map(([, of, digits]) => of(row).toFixed(digits)),
  )
}

function textLine(name: string, cells: readonly string[]): string {
  return `${name.padEnd(44)}${cells.map(cell => cell.padStart(13)).join('')}\n`
}
