import { expect, test } from 'vitest'
import { kindOf } from '../../src/kinds/index'
import { replaceKind } from '../../src/kinds/replace-kind'
import { type Design, emptyDesign, type Props } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'

const BENDS = [
  { x: 0, y: 0 },
  { x: 8, y: 0 },
]

const DESIGN: Design = {
  ...emptyDesign(),
  blocks: {
    app: { id: 'app', kind: 'app-service', label: 'App', at: { x: 0, y: 0 }, props: {} },
    rk: { id: 'rk', kind: 'ranker', label: 'Feed ranker', at: { x: 200, y: 0 }, props: { stage: 'heavy', p99Ms: 40 } },
    plain: { id: 'plain', kind: 'ranker', label: 'Ranker', props: {} },
    sheet: { id: 'sheet', kind: 'note', label: 'Why', props: {}, size: { width: 320, height: 96 } },
  },
  flows: {
    call: { id: 'call', kind: 'request', source: 'app', target: 'rk', bends: BENDS },
    aside: { id: 'aside', kind: 'data', source: 'sheet', target: 'rk', bends: BENDS },
  },
}

const after = (...change: [id: string, kind: string, look?: { name: string; props: Props }]) =>
  applyEdit(DESIGN, replaceKind(DESIGN, ...change))

test('the block keeps its name, place, flows and all properties, also those that the new kind does not know', () => {
  const design = after('rk', 'cache')
  expect(design.blocks.rk).toEqual({ ...DESIGN.blocks.rk, kind: 'cache' })
  expect(design.flows).toEqual(DESIGN.flows)
})

test('a preset sets its properties on top and gives its name to a block that had none of its own', () => {
  const look = { name: 'Vector database', props: { p99Ms: 9 } }
  expect(after('rk', 'ann-index', look).blocks.rk).toMatchObject({
    label: 'Feed ranker',
    props: { stage: 'heavy', p99Ms: 9 },
  })
  expect(after('plain', 'ann-index', look).blocks.plain?.label).toBe('Vector database')
})

test('a name that was only that of the kind becomes that of the new kind', () => {
  expect(after('plain', 'cache').blocks.plain?.label).toBe(kindOf('cache').name)
})

test('a note that becomes a block takes its size, and its lines are routed anew', () => {
  const design = after('sheet', 'data-lake')
  expect(design.blocks.sheet).toEqual({ id: 'sheet', kind: 'data-lake', label: 'Why', props: {} })
  expect([design.flows.aside?.bends, design.flows.call?.bends]).toEqual([undefined, BENDS])
})

test('a block that is not there changes nothing', () => {
  expect(after('gone', 'cache')).toBe(DESIGN)
})
