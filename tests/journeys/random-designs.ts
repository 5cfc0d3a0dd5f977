import fc from 'fast-check'
import { plainFlowKind } from '../../src/kinds/flow-kinds'
import { kindOf } from '../../src/kinds/index'
import type { Block, Design, Flow, Group } from '../../src/model/design'

const KINDS = [
  'app-service',
  'online-inference',
  'feature-store-online',
  'event-stream',
  'label-join',
  'dataset-builder',
  'training-job',
  'offline-eval',
  'model-registry',
  'safe-rollout',
  'prediction-log',
] as const

const COLUMNS = 6

/** So many designs of 20 to 40 blocks, the same each time: two rooms and loose ground, a ring, and blocks without flows. */
export function randomDesigns(count: number): Design[] {
  const number = fc.nat({ max: 1000 })
  const arbitrary = fc.record({
    size: fc.integer({ min: 20, max: 40 }),
    kinds: fc.array(fc.constantFrom(...KINDS), { minLength: 40, maxLength: 40 }),
    ends: fc.array(fc.tuple(number, number), { minLength: 18, maxLength: 30 }),
  })
  return fc.sample(arbitrary, { seed: 7, numRuns: count }).map(({ size, kinds, ends }) => {
    const blocks = kinds.slice(0, size).map(blockOf(size))
    const joined = blocks.slice(0, -3)
    const pairs = ends.map(([from, to]) => [from % joined.length, to % joined.length] as const)
    const flows = [[0, 1] as const, [1, 2] as const, [2, 0] as const, ...pairs].flatMap(([from, to]) =>
      flowOf(joined[from], joined[to]),
    )
    return {
      schema: 1,
      about: { design: { title: `Design of ${size} blocks` } },
      brief: { design: {} },
      groups: Object.fromEntries(['one', 'two'].map((id, index) => [id, roomOf(id, index)])),
      blocks: byId(blocks),
      flows: byId(flows),
      waivers: {},
    }
  })
}

/** Blocks in rows of six: two rows in each room, the others on loose ground. */
function blockOf(size: number) {
  return (kind: string, index: number): Block => {
    const row = Math.floor(index / COLUMNS)
    const group = row < 2 ? 'one' : row < 4 && index < size - 3 ? 'two' : undefined
    const band = row < 2 ? 0 : row < 4 ? 1 : 2
    const at = { x: (index % COLUMNS) * 304, y: row * 160 + band * 120 + (group === undefined && row < 4 ? 1200 : 0) }
    const label = `${kindOf(kind).name} ${index + 1}`
    return { id: `b${index + 1}`, kind, label, props: {}, at, ...(group ? { group } : {}) }
  }
}

function roomOf(id: string, index: number): Group {
  const at = { x: -40, y: index * 440 - 56 }
  return { id, label: `Room ${id}`, at, size: { width: COLUMNS * 304 + 40, height: 340 } }
}

function flowOf(from: Block | undefined, to: Block | undefined): Flow[] {
  const kind = from && to && from.id !== to.id ? plainFlowKind(from.kind, to.kind) : null
  return from && to && kind ? [{ id: `${from.id}-${kind}-${to.id}`, kind, source: from.id, target: to.id }] : []
}

function byId<T extends { readonly id: string }>(all: readonly T[]): Record<string, T> {
  return Object.fromEntries(all.map(one => [one.id, one]))
}
