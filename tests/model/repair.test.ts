import { expect, test } from 'vitest'
import { type Design, emptyDesign } from '../../src/model/design'
import { groupsInRings, repair, repairs } from '../../src/model/repair'

const APP = { id: 'app', kind: 'app-service', label: 'App', props: {} } as const
const FLOW = { id: 'f', kind: 'request', source: 'app', target: 'gone' } as const

test('a whole design comes back as the same object', () => {
  const design: Design = {
    ...emptyDesign(),
    blocks: { app: APP },
    flows: { loop: { ...FLOW, id: 'loop', target: 'app' } },
  }
  expect(repair(design)).toBe(design)
})

test('a flow whose block is gone is cut', () => {
  const design: Design = { ...emptyDesign(), blocks: { app: APP }, flows: { f: FLOW } }
  expect(repairs(design)).toEqual([{ op: 'cut', table: 'flows', id: 'f' }])
})

test('a block called like a method of objects is no block that exists', () => {
  const design: Design = { ...emptyDesign(), blocks: { app: APP }, flows: { f: { ...FLOW, target: 'toString' } } }
  expect(repair(design).flows).toEqual({})
})

test('blocks and groups leave a group that is gone', () => {
  const design: Design = {
    ...emptyDesign(),
    groups: { inner: { id: 'inner', label: 'Inner', group: 'gone' } },
    blocks: { app: { ...APP, group: 'gone' } },
  }
  expect(repair(design)).toEqual({
    ...design,
    groups: { inner: { id: 'inner', label: 'Inner' } },
    blocks: { app: APP },
  })
})

test('groups within each other come apart, and what stands in one of them stays there', () => {
  const design = grouped({ a: 'b', b: 'c', c: 'a', inside: 'a', alone: undefined, self: 'self' })
  expect(groupsInRings(design)).toEqual(new Set(['a', 'b', 'c', 'self']))
  expect(repair(design)).toEqual(
    grouped({ a: undefined, b: undefined, c: undefined, inside: 'a', alone: undefined, self: undefined }),
  )
})

test('a long chain of groups is no ring', () => {
  const chain = Array.from({ length: 5000 }, (_, i) => [`g${i}`, i === 0 ? undefined : `g${i - 1}`] as const)
  expect(groupsInRings(grouped(Object.fromEntries(chain)))).toEqual(new Set())
})

function grouped(owners: Readonly<Record<string, string | undefined>>): Design {
  const groups = Object.entries(owners).map(([id, group]) => [id, { id, label: id, ...(group ? { group } : {}) }])
  return { ...emptyDesign(), groups: Object.fromEntries(groups) }
}
