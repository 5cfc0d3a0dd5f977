import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDesign } from '../../../src/gate'
import { elkInNode } from '../../../src/layout/elk-node'
import { layout } from '../../../src/layout/layout'
import { type Parts, partsOf } from '../../../src/layout/parts'
import type { Placement } from '../../../src/layout/placement'
import { roomsEngine } from '../../../src/layout/rooms/rooms-engine'
import { measure } from '../../../src/layout/score'
import { type Block, type Design, emptyDesign, FLOW_KINDS, type Flow, type Group } from '../../../src/model/design'
import { applyEdit } from '../../../src/model/edit'
import { flaws } from '../flaws'

const KINDS = ['data-source', 'feature-store-online', 'training-job', 'client', 'ranker', 'alerting', 'their-kind']

function designOf(blocks: readonly Block[], flows: readonly Flow[] = [], groups: readonly Group[] = []): Design {
  const table = <T extends { readonly id: string }>(rows: readonly T[]) =>
    Object.fromEntries(rows.map(row => [row.id, row]))
  return { ...emptyDesign(), blocks: table(blocks), flows: table(flows), groups: table(groups) }
}

function block(id: string, kind: string, group?: string): Block {
  return { id, kind, label: id, props: {}, ...(group ? { group } : {}) }
}

/** A design as the rooms engine draws it. */
async function drawn(design: Design): Promise<Design> {
  return applyEdit(design, await layout(design, { elk: elkInNode, engine: 'rooms' }))
}

/** Counts that must be 0 whatever the design. */
function blunders(parts: Parts, placement: Placement) {
  const { overlaps, through, unrouted, sharedRun } = measure(parts, placement)
  return { overlaps, through, unrouted, sharedRun }
}

const NONE = { overlaps: 0, through: 0, unrouted: 0, sharedRun: 0 }

/** One to fifteen blocks of several kinds, some in groups, with random flows between them. */
const smallDesigns = fc.integer({ min: 1, max: 15 }).chain(count => {
  const number = fc.nat(count - 1)
  return fc
    .record({
      blocks: fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.constantFrom(undefined, 'g', 'h')), {
        minLength: count,
        maxLength: count,
      }),
      flows: fc.array(fc.tuple(number, number, fc.constantFrom(...FLOW_KINDS)), { maxLength: 2 * count }),
      cards: fc.nat(4),
    })
    .map(({ blocks, flows, cards }) =>
      designOf(
        [
          ...blocks.map(([kind, group], i) => block(`b${i}`, kind, group)),
          ...Array.from({ length: cards }, (_, i) => block(`card${i}`, 'brief-card', 'brief')),
        ],
        flows.map(([a, b, kind], i) => ({ id: `f${i}`, kind, source: `b${a}`, target: `b${b}` })),
        ['brief', 'g', 'h'].map(id => ({ id, label: id })),
      ),
    )
})

test('any small design is drawn without a flaw', async () => {
  await fc.assert(
    fc.asyncProperty(smallDesigns, async design => {
      const after = await drawn(design)
      expect(flaws(after)).toEqual([])
      const parts = partsOf(design)
      const placement = await roomsEngine({ parts })
      if (!placement) throw new Error('There should be a drawing.')
      expect(blunders(parts, placement)).toEqual(NONE)
    }),
    { numRuns: 25 },
  )
})

const TEMPLATES = readdirSync('templates')
  .filter(file => file.endsWith('.groundplan.json'))
  .sort()

test.each(TEMPLATES)(
  '%s is drawn without a flaw, about as wide as a slide',
  async file => {
    const read = readDesign(readFileSync(`templates/${file}`, 'utf8'))
    if (!read.ok) throw new Error(read.problems[0]?.message)
    const parts = partsOf(read.value)
    const placement = await roomsEngine({ parts })
    if (!placement) throw new Error('There should be a drawing.')
    expect(blunders(parts, placement)).toEqual(NONE)
    expect(Math.abs(Math.log(measure(parts, placement).aspect / 1.6))).toBeLessThan(0.4)
    expect(flaws(await drawn(read.value))).toEqual([])
  },
  30_000,
)

describe('cards of the brief', () => {
  test('in a group of their own stand in the order of the brief', async () => {
    const card = (id: string, shows: string): Block => ({ ...block(id, 'brief-card', 'brief'), props: { shows } })
    const cards = [card('a', 'metric'), card('b', 'scale'), card('c', 'goal'), card('d', 'task')]
    const { blocks } = await drawn(designOf([...cards, block('r', 'ranker')], [], [{ id: 'brief', label: 'Brief' }]))
    const byPlace = (a: string, b: string) => {
      const [one, other] = [blocks[a]?.at ?? { x: 0, y: 0 }, blocks[b]?.at ?? { x: 0, y: 0 }]
      return one.y - other.y || one.x - other.x
    }
    expect(['a', 'b', 'c', 'd'].sort(byPlace)).toEqual(['c', 'b', 'd', 'a'])
  })

  test('that flows end at are left to another engine', async () => {
    const flow: Flow = { id: 'f', kind: 'data', source: 'a', target: 'r' }
    const design = designOf([block('a', 'brief-card', 'g'), block('r', 'ranker')], [flow], [{ id: 'g', label: 'g' }])
    expect(await roomsEngine({ parts: partsOf(design) })).toBeNull()
  })

  test('alone are left to another engine', async () => {
    const design = designOf([block('a', 'brief-card', 'g')], [], [{ id: 'g', label: 'g' }])
    expect(await roomsEngine({ parts: partsOf(design) })).toBeNull()
  })
})

describe('when the signal fires', () => {
  const design = designOf(Array.from({ length: 20 }, (_, i) => block(`b${i}`, KINDS[i % KINDS.length] ?? 'ranker')))

  test('before there is a drawing the answer is none', async () => {
    expect(await roomsEngine({ parts: partsOf(design) }, AbortSignal.abort())).toBeNull()
  })
})
