import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allowedKinds } from '../../../src/kinds/flow-kinds'
import { KINDS } from '../../../src/kinds/index'
import { type Block, type Design, emptyDesign } from '../../../src/model/design'
import { refusedBlocks, stepTarget, targetNamed, targetsOf } from '../../../src/ui/canvas/creating/targets'

function designOf(
  ...blocks: readonly (readonly [id: string, kind: string, x: number, y: number, label?: string])[]
): Design {
  const rows = blocks.map(([id, kind, x, y, label = id]): Block => ({ id, kind, label, props: {}, at: { x, y } }))
  return { ...emptyDesign(), blocks: Object.fromEntries(rows.map(row => [row.id, row])) }
}

const DESIGN = designOf(
  ['gw', 'gateway', 200, 8, 'API gateway'],
  ['cl', 'client', 0, 0, 'Feed app'],
  ['tr', 'training-job', 400, 0, 'Train'],
  ['rk', 'ranker', 0, 104, 'Heavy ranker'],
  ['app', 'app-service', 200, 104, 'Feed service'],
)

test('while none is chosen all blocks are targets, read row by row, though one stands a little lower', () => {
  expect(targetsOf(DESIGN, null, false)).toEqual(['cl', 'gw', 'tr', 'rk', 'app'])
})

describe('the targets of a flow', () => {
  test('are those that its pair allows, in reading order; the others are refused', () => {
    expect(targetsOf(DESIGN, 'cl', false)).toEqual(['gw', 'rk', 'app'])
    expect([...refusedBlocks(DESIGN, 'cl', false)]).toEqual(['tr'])
  })

  test('are none of those that a collapsed room hides', () => {
    const hidden: Design = {
      ...DESIGN,
      groups: { room: { id: 'room', label: 'Serving', collapsed: true } },
      blocks: { ...DESIGN.blocks, rk: { ...(DESIGN.blocks.rk as Block), group: 'room' } },
    }
    expect(targetsOf(hidden, 'cl', false)).toEqual(['gw', 'app'])
  })

  test('and what is refused are all other blocks together, whatever they are', () => {
    const kinds = fc.array(fc.constantFrom(...KINDS.map(({ id }) => id)), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(kinds, fc.boolean(), (all, isReversed) => {
        const design = designOf(
          ...all.map((kind, i) => [`b${i}`, kind, (i % 4) * 200, Math.floor(i / 4) * 104] as const),
        )
        const targets = targetsOf(design, 'b0', isReversed)
        const refused = refusedBlocks(design, 'b0', isReversed)
        expect([...targets, ...refused, 'b0'].sort()).toEqual(Object.keys(design.blocks).sort())
        for (const id of targets) {
          const [one, other] = [design.blocks.b0?.kind ?? '', design.blocks[id]?.kind ?? '']
          expect(allowedKinds(isReversed ? other : one, isReversed ? one : other)).not.toEqual([])
        }
      }),
    )
  })
})

describe('an arrow', () => {
  const targets = targetsOf(DESIGN, 'cl', false)

  test('goes on from the source, and round and round', () => {
    const walked: (string | null)[] = []
    for (let at: string | null = 'cl', i = 0; i < 4; i++) {
      at = stepTarget(DESIGN, targets, at, 1)
      walked.push(at)
    }
    expect(walked).toEqual(['gw', 'rk', 'app', 'gw'])
  })

  test('goes back', () => {
    expect([stepTarget(DESIGN, targets, 'rk', -1), stepTarget(DESIGN, targets, 'cl', -1)]).toEqual(['gw', 'app'])
  })

  test('leads nowhere where there is no target', () => {
    expect(stepTarget(DESIGN, [], 'cl', 1)).toBeNull()
  })
})

test('letters find the start of a name, then of a word in it, then what holds them; accents and case do not count', () => {
  const all = targetsOf(DESIGN, null, false)
  expect(['feed s', 'GATE', 'anke', 'férv', 'nothing'].map(text => targetNamed(DESIGN, all, text))).toEqual([
    'app',
    'gw',
    'rk',
    null,
    null,
  ])
})
