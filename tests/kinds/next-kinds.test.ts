import { describe, expect, test } from 'vitest'
import { allowedKinds } from '../../src/kinds/flow-kinds'
import { KINDS, kindOf } from '../../src/kinds/index'
import { isUsualNext, nextKinds } from '../../src/kinds/next-kinds'

const REAL = KINDS.filter(({ id }) => !['brief-card', 'note', 'component', 'client'].includes(id))

describe.each(KINDS.map(({ id }) => id))('next to %s', kind => {
  test('only kinds are offered that a flow may join with it, and all of those but clients', () => {
    const after = REAL.filter(({ id }) => allowedKinds(kind, id).length > 0).map(({ id }) => id)
    expect([...nextKinds(kind, 'after')].sort()).toEqual(after.sort())
    const isBefore = (id: string) => kind !== 'client' && allowedKinds(id, kind).length > 0
    const before = [...REAL, kindOf('client')].filter(({ id }) => isBefore(id)).map(({ id }) => id)
    expect([...nextKinds(kind, 'before')].sort()).toEqual(before.sort())
  })

  test('what its file names as usual comes first, in that order', () => {
    const usual = kindOf(kind).next.filter(id => allowedKinds(kind, id).length > 0)
    expect(nextKinds(kind, 'after').slice(0, usual.length)).toEqual(usual)
  })

  test('what is usual leads the list, and what is not follows', () => {
    for (const way of ['after', 'before'] as const) {
      const flags = nextKinds(kind, way).map(id => isUsualNext(kind, id, way))
      expect(flags).toEqual([...flags].sort((a, b) => Number(b) - Number(a)))
    }
  })
})

test.each([
  ['client', 'after', ['gateway', 'app-service', 'event-stream']],
  ['training-job', 'after', ['offline-eval', 'model-registry', 'experiment-tracker']],
  ['training-job', 'before', ['dataset-builder', 'retraining-trigger', 'pretrained-model']],
  ['client', 'before', []],
] as const)('%s, %s: the case studies and the catalogue agree', (kind, way, first) => {
  expect(nextKinds(kind, way).slice(0, 3)).toEqual(first)
})
