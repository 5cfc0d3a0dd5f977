import { expect, test } from 'vitest'
import { designsIn } from '../../bench/gallery/designs'
import { plainElk } from '../../bench/gallery/peers'
import { type Row, ruled } from '../../bench/gallery/ruler'
import { elkInNode } from '../../src/layout/elk-node'
import { layout } from '../../src/layout/layout'
import { partsOf } from '../../src/layout/parts'
import { score } from '../../src/layout/score'
import { type Design, emptyDesign } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'
import { flaws } from './flaws'
import { randomDesigns } from './random-designs'
import { placementOf } from './standing-placement'

/** The figures of what Tidy draws first, and of plain ELK; Tidy's drawing must be free of flaws. */
async function compared(design: Design): Promise<{ readonly ours: Row; readonly theirs: Row }> {
  const after = applyEdit(design, await layout(design, { elk: elkInNode, isQuick: true }))
  expect(flaws(after)).toEqual([])
  const parts = partsOf(design)
  return { ours: ruled(parts, placementOf(after), 0), theirs: ruled(parts, await plainElk(parts), 0) }
}

function faults({ overlaps, through, sharedRun, unrouted }: Row) {
  return { overlaps, through, sharedRun, unrouted }
}

const NO_FAULTS = { overlaps: 0, through: 0, sharedRun: 0, unrouted: 0 }

test.each(designsIn('tests/fixtures/systems'))(
  '$name, a documented system, is drawn better than by plain ELK',
  async ({ design }) => {
    const { ours, theirs } = await compared(design)
    expect(faults(ours)).toEqual(NO_FAULTS)
    expect(score(ours)).toBeLessThan(score(theirs))
  },
)

/** Two designs side by side on one canvas, as when a person pastes one beside the other. */
function joined(...designs: readonly Design[]): Design {
  const blocks = designs.flatMap((design, n) =>
    Object.values(design.blocks).map(({ at: _, ...block }) => ({ ...block, id: `${block.id}-${n}` })),
  )
  const flows = designs.flatMap((design, n) =>
    Object.values(design.flows).map(({ bends: _, id, source, target, ...flow }) => ({
      ...flow,
      id: `${id}-${n}`,
      source: `${source}-${n}`,
      target: `${target}-${n}`,
    })),
  )
  const table = <T extends { readonly id: string }>(rows: readonly T[]) =>
    Object.fromEntries(rows.map(row => [row.id, row]))
  return { ...emptyDesign(), blocks: table(blocks), flows: table(flows) }
}

test.each([
  ['video-search', 'harmful-content-detection'],
  ['rag-question-answering', 'personalised-news-feed'],
])('%s and %s joined are drawn better than by plain ELK', async (one, other) => {
  const catalogue = new Map(designsIn('tests/fixtures/catalogue').map(({ name, design }) => [name, design]))
  const { ours, theirs } = await compared(joined(...[one, other].map(name => catalogue.get(name) ?? emptyDesign())))
  expect(faults(ours)).toEqual(NO_FAULTS)
  expect(ours.blocks).toBeGreaterThan(48)
  expect(score(ours)).toBeLessThan(score(theirs))
})

test('random designs are drawn without a fault, and nine of ten better than by plain ELK', async () => {
  let better = 0
  const designs = randomDesigns(20)
  for (const design of designs) {
    const { ours, theirs } = await compared(design)
    expect(faults(ours)).toEqual(NO_FAULTS)
    if (score(ours) <= score(theirs)) better++
  }
  expect(better / designs.length).toBeGreaterThanOrEqual(0.9)
})
