import { expect, test } from 'vitest'
import { leaks, unlagged, untreated } from '../../src/graph/data-paths'
import { graphOf } from '../../src/graph/graph'
import type { Block, Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const isMarked = (block: Block) => block.props.containsPii === true
const isGate = (block: Block) => block.kind === 'pii-anonymizer'
const ids = (blocks: readonly { readonly id: string }[]) => blocks.map(block => block.id).join(' ')

const marked = (design: Design) => ids(untreated(graphOf(design), isMarked, isGate))

const leaking = (design: Design) => {
  const graph = graphOf(design)
  const found = leaks(graph, untreated(graph, isMarked, isGate), graph.ofKind('training-job'), isGate)
  return found.map(({ from, exits, to }) => `${from.id}: ${ids(exits)} > ${ids(to)}`)
}

test('a marked block is untreated until a gate stands before it', () => {
  expect(marked(sketch`a data-source containsPii=true; b data-lake containsPii=true; a -> b`)).toBe('a b')
  expect(marked(sketch`a data-source containsPii=true; b data-lake containsPii=true; a -> pii-anonymizer -> b`)).toBe(
    'a',
  )
})

test('untreated data that is mixed in behind the gate leaves the block untreated', () => {
  const plan = sketch`
    a data-source containsPii=true; b data-source containsPii=true; c data-source; lake data-lake containsPii=true
    a -> pii-anonymizer -> lake; b, c -> lake
  `
  expect(marked(plan)).toBe('a b lake')
})

test('a gate in a loop that the block feeds itself does not treat it', () => {
  expect(marked(sketch`es event-stream containsPii=true; es -> pii-anonymizer -> online-inference -> es`)).toBe('es')
})

test('the last untreated block before a target answers for the path, a gate ends it', () => {
  const plan = sketch`
    a data-source containsPii=true; b data-lake containsPii=true; c data-source containsPii=true
    x training-job; y training-job
    a -> b -> dataset-builder -> x; b -> y; b -> experiment-tracker; c -> pii-anonymizer -> x
  `
  expect(leaking(plan)).toEqual(['b: b-data-dataset-builder b-data-y > x y'])
})

test('data does not travel over artefacts, and a target is the end of a path', () => {
  const plan = sketch`a data-lake containsPii=true; x training-job; y training-job; a -> x -artifact-> y; x -data-> y`
  expect(leaking(plan)).toEqual(['a: a-data-x > x'])
})

test('flows joined as of an earlier time are left out, and a design without any is itself', () => {
  const plan = sketch`label-join -data-> feature-store-offline {lagged=true}; data-lake -> feature-store-offline`
  const graph = unlagged(graphOf(plan))
  expect([ids(graph.flows), ids(graph.into('feature-store-offline')), ids(graph.outOf('label-join'))]).toEqual([
    'data-lake-data-feature-store-offline',
    'data-lake-data-feature-store-offline',
    '',
  ])
  const none = graphOf(sketch`data-lake -> dataset-builder`)
  expect(unlagged(none)).toBe(none)
})
