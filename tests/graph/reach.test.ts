import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { ancestors, bypasses, descendants, LINEAGE, REQUEST } from '../../src/graph/reach'
import type { Block } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const pipeline = graphOf(sketch`
  data-source -> data-lake -> feature-pipeline-batch -> feature-store-offline -> dataset-builder -> training-job
  client -> app-service -> ranker; retraining-trigger -> training-job
`)
const isStore = (block: Block) => block.kind === 'feature-store-offline'

test('ancestors follow only the kinds of flow that are asked for', () => {
  expect([...ancestors(pipeline, 'training-job', LINEAGE)].sort()).toEqual([
    'data-lake',
    'data-source',
    'dataset-builder',
    'feature-pipeline-batch',
    'feature-store-offline',
  ])
  expect([...ancestors(pipeline, 'ranker', REQUEST)].sort()).toEqual(['app-service', 'client'])
})

test('a walk neither enters nor passes what it avoids', () => {
  expect([...descendants(pipeline, 'data-lake', LINEAGE, isStore)]).toEqual(['feature-pipeline-batch'])
})

test('a block is its own descendant only on a cycle', () => {
  const loop = graphOf(sketch`a ranker; b ranker; c ranker; a -request-> b -request-> a; b -request-> c`)
  expect(descendants(loop, 'a', REQUEST).has('a')).toBe(true)
  expect(descendants(loop, 'c', REQUEST).has('c')).toBe(false)
})

test('several starts are walked from together', () => {
  expect([...descendants(pipeline, ['client', 'dataset-builder'], new Set(['data', 'request']))].sort()).toEqual([
    'app-service',
    'ranker',
    'training-job',
  ])
})

test('a path that passes no gate is a bypass', () => {
  const two = graphOf(sketch`
    a data-source "Checked"; b data-source "Unchecked"
    a -> data-validation -> dataset-builder -> training-job; b -> dataset-builder
  `)
  const isGate = (block: Block) => block.kind === 'data-validation'
  expect(bypasses(two, 'a', 'training-job', LINEAGE, isGate)).toBe(false)
  expect(bypasses(two, 'b', 'training-job', LINEAGE, isGate)).toBe(true)
})

test('the end of a path is no gate of its own path', () => {
  expect(bypasses(pipeline, 'data-lake', 'feature-store-offline', LINEAGE, isStore)).toBe(true)
})
