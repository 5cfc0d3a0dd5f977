import { expect, test } from 'vitest'
import { type Migration, migrate, SCHEMA } from '../../src/gate/migrations'

const STEPS: readonly Migration[] = [
  { to: 2, name: 'Nodes are called blocks', up: ({ nodes = {}, ...raw }) => ({ ...raw, blocks: nodes }) },
  { to: 3, name: 'Designs have a title', up: raw => ({ ...raw, title: 'Untitled' }) },
]

test('an old file takes every step after its schema, in order', () => {
  expect(migrate({ schema: 1, nodes: { a: 1 } }, 1, STEPS)).toEqual({ schema: 3, blocks: { a: 1 }, title: 'Untitled' })
  expect(migrate({ schema: 2, blocks: { a: 1 } }, 2, STEPS)).toEqual({ schema: 3, blocks: { a: 1 }, title: 'Untitled' })
})

test('a file of the newest schema is left as it is', () => {
  const raw = { schema: 3, blocks: {} }
  expect(migrate(raw, 3, STEPS)).toBe(raw)
})

test('a file of the first schema ends in the newest', () => {
  expect(migrate({ schema: 1 }, 1)).toMatchObject({ schema: SCHEMA })
})
