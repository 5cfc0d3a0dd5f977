import { describe, expect, test } from 'vitest'
import { type Cell, latticeOf } from '../../../src/drawing/lanes/lattice'
import { waysOf } from '../../../src/drawing/lanes/ways'
import type { Flow, FlowKind } from '../../../src/model/design'

function flow(source: string, target: string, kind: FlowKind = 'data'): Flow {
  return { id: `${source}-${target}`, kind, source, target }
}

/** Blocks on cells by a drawing: a letter a block, a dot an empty cell, a hash a cell of a shut room. */
function lattice(...rows: readonly string[]) {
  const cells = new Map<string, Cell>()
  for (const [row, line] of rows.entries())
    for (const [column, letter] of [...line].entries()) if (/[a-z]/.test(letter)) cells.set(letter, { column, row })
  const roomAt = (column: number, row: number) => (rows[row]?.[column] === '#' ? 'cards' : 'room')
  return latticeOf(rows[0]?.length ?? 0, rows.length, cells, roomAt, new Set(['cards']))
}

/** The directions of a way's runs: right, down, left, up. */
function turns(drawing: readonly string[], flows: readonly Flow[]): string[] {
  const ways = waysOf(lattice(...drawing), flows)
  return flows.map((_, i) => {
    const steps = ways.get(i)?.steps ?? []
    return steps
      .filter((step, n) => step !== steps[n - 1])
      .map(step => 'rdlu'[step])
      .join('')
  })
}

describe('a way', () => {
  test('is straight where nothing is between', () => {
    expect(turns(['a.b'], [flow('a', 'b')])).toEqual(['r'])
  })

  test('goes around a block', () => {
    expect(turns(['axb'], [flow('a', 'b')])[0]?.length).toBeGreaterThanOrEqual(3)
  })

  test('never runs through a room of cards', () => {
    const around = lattice('a#b')
    const [way] = [...waysOf(around, [flow('a', 'b')]).values()]
    expect(way?.nodes.slice(1, -1).filter(around.isClosed)).toEqual([])
    expect(way?.steps.length).toBeGreaterThan(4)
  })

  test('takes one bend round a free corner', () => {
    expect(turns(['a.', '.b'], [flow('a', 'b')])).toSatisfy(([turn]) => turn === 'rd' || turn === 'dr')
  })

  test('is there for two flows between the same blocks in both directions', () => {
    expect(waysOf(lattice('ab'), [flow('a', 'b'), flow('b', 'a', 'metric')]).size).toBe(2)
  })
})
