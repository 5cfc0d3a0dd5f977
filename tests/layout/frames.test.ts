import { expect, test } from 'vitest'
import { frames } from '../../src/layout/frames'
import { type Block, type Design, emptyDesign, type Group } from '../../src/model/design'

function designOf(groups: readonly Group[], blocks: readonly Block[]): Design {
  const table = <T extends { readonly id: string }>(rows: readonly T[]) =>
    Object.fromEntries(rows.map(row => [row.id, row]))
  return { ...emptyDesign(), groups: table(groups), blocks: table(blocks) }
}

const ranker: Block = { id: 'rk', kind: 'ranker', label: 'Ranker', group: 'in', at: { x: 192, y: 104 }, props: {} }
const nested = designOf(
  [
    { id: 'in', label: 'Scoring', group: 'out' },
    { id: 'out', label: 'Request path' },
    { id: 'empty', label: 'Later' },
  ],
  [ranker, { ...ranker, id: 'waiting', at: undefined } as unknown as Block],
)

test('a frame keeps 10 px from its blocks, and 24 px more above them for its name', () => {
  expect(frames(nested, ['in']).get('in')).toEqual({ x: 182, y: 70, width: 180, height: 108 })
})

test('the groups around a group grow with it', () => {
  expect(frames(nested, ['in'])).toEqual(
    new Map([
      ['in', { x: 182, y: 70, width: 180, height: 108 }],
      ['out', { x: 172, y: 36, width: 200, height: 152 }],
    ]),
  )
})

test('a group without placed members has no bounds', () => {
  expect(frames(nested, ['empty']).has('empty')).toBe(false)
})

test('an empty group inside another counts with the frame it has', () => {
  const frame = { at: { x: 0, y: 0 }, size: { width: 100, height: 50 } }
  const design = designOf(
    [
      { id: 'out', label: '' },
      { id: 'in', label: '', group: 'out', ...frame },
    ],
    [],
  )
  expect(frames(design, ['out']).get('out')).toEqual({ x: -10, y: -34, width: 120, height: 94 })
})
