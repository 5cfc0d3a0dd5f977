import { describe, expect, test } from 'vitest'
import { mended } from '../../src/layout/mend'
import { partsOf } from '../../src/layout/parts'
import { type Block, type Design, emptyDesign, type Flow, type Point } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'
import { blockFlaws } from './flaws'

function block(id: string, at?: Point): Block {
  return { id, kind: 'etl-job', label: id, props: {}, ...(at ? { at } : {}) }
}

function designOf(blocks: readonly Block[], flows: readonly Flow[]): Design {
  const table = <T extends { readonly id: string }>(rows: readonly T[]) =>
    Object.fromEntries(rows.map(row => [row.id, row]))
  return { ...emptyDesign(), blocks: table(blocks), flows: table(flows) }
}

const [a, b] = [block('a', { x: 0, y: 0 }), block('b', { x: 400, y: 0 })]
const LINE: Flow = {
  id: 'a-b',
  kind: 'data',
  source: 'a',
  target: 'b',
  bends: [
    { x: 160, y: 32 },
    { x: 400, y: 32 },
  ],
}

function afterMending(design: Design): Design {
  return applyEdit(design, { label: '', changes: mended(design, partsOf(design)) ?? [] })
}

describe('after an edit to a layout', () => {
  test('a new block gets free ground beside what it is wired to, and nothing else moves', () => {
    const design = designOf([a, b, block('c')], [LINE, { id: 'b-c', kind: 'data', source: 'b', target: 'c' }])
    const { blocks } = afterMending(design)
    expect([blocks.a, blocks.b]).toEqual([a, b])
    expect(blocks.c?.at).toEqual({ x: 600, y: 0 })
  })

  test('a block that was put on another steps aside', () => {
    const flows = [LINE, { id: 'b-c', kind: 'data', source: 'b', target: 'c' } as const]
    const after = afterMending(designOf([a, b, block('c', { x: 408, y: 8 })], flows))
    expect([after.blocks.a, after.blocks.b]).toEqual([a, b])
    expect(blockFlaws(after)).toEqual([])
  })
})

describe('there is no layout to mend', () => {
  test('when no flow has a line', () => {
    const { bends: _, ...bare } = LINE
    expect(mended(designOf([a, b], [bare]), partsOf(designOf([a, b], [bare])))).toBeNull()
  })

  test('when most blocks are new', () => {
    const design = designOf([a, b, block('c'), block('d'), block('e')], [LINE])
    expect(mended(design, partsOf(design))).toBeNull()
  })

  test('when blocks stand off the grid, as a person put them', () => {
    const design = designOf([a, block('b', { x: 401, y: 0 })], [LINE])
    expect(mended(design, partsOf(design))).toBeNull()
  })
})
