import { describe, expect, test } from 'vitest'
import { partsOf } from '../../../src/layout/parts'
import { areasOf } from '../../../src/layout/rooms/areas'
import type { Block, Group } from '../../../src/model/design'
import { emptyDesign } from '../../../src/model/design'

function areas(kinds: Readonly<Record<string, readonly [kind: string, group?: string]>>) {
  const blocks: Record<string, Block> = {}
  const groups: Record<string, Group> = {}
  for (const [id, [kind, group]] of Object.entries(kinds)) {
    blocks[id] = { id, kind, label: id, props: {}, ...(group ? { group } : {}) }
    if (group) groups[group] = { id: group, label: group }
  }
  return areasOf(partsOf({ ...emptyDesign(), blocks, groups }))
}

describe('an area', () => {
  test('of a group has the role that most of its blocks have', () => {
    const { all } = areas({ a: ['training-job', 'g'], b: ['offline-eval', 'g'], c: ['etl-job', 'g'] })
    expect(all).toEqual([{ key: 'group g', role: 'training', group: 'g', count: 3 }])
  })

  test('of cards alone is the brief, of a card among blocks it is not', () => {
    const { all } = areas({
      a: ['brief-card', 'g'],
      b: ['brief-card', 'g'],
      c: ['brief-card', 'h'],
      d: ['ranker', 'h'],
    })
    expect(all.map(({ group, role }) => [group, role])).toEqual([
      ['g', 'brief'],
      ['h', 'requests'],
    ])
  })

  test('is shared by all blocks of a role that stand in no group', () => {
    const { all } = areas({ a: ['training-job'], b: ['offline-eval'], c: ['ranker'] })
    expect(all).toEqual([
      { key: 'training', role: 'training', count: 2 },
      { key: 'requests', role: 'requests', count: 1 },
    ])
  })

  test('takes in a lone feature block with the sources', () => {
    const { all } = areas({ a: ['data-source'], b: ['event-stream'], c: ['feature-pipeline-batch'] })
    expect(all).toEqual([{ key: 'sources', role: 'sources', count: 3 }])
  })
})

describe('a block', () => {
  test('of a group may stand nowhere else', () => {
    expect(areas({ a: ['label-join', 'g'], b: ['ranker'] }).allowed.get('a')).toEqual(['group g'])
  })

  test('of a kind between two roles may stand in both', () => {
    const { allowed } = areas({ a: ['label-join'], b: ['data-source'], c: ['etl-job'] })
    expect(allowed.get('a')).toEqual(['training', 'sources'])
  })

  test('without a group beside groups may stand with all others of its like', () => {
    const { allowed } = areas({ a: ['ranker', 'g'], b: ['alerting'], c: ['client'] })
    expect(allowed.get('b')).toEqual(['monitoring', 'requests'])
  })
})
