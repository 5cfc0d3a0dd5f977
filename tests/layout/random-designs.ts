import { KINDS } from '../../src/kinds'
import { randomFrom } from '../../src/layout/rooms/random'
import { type Block, type Design, emptyDesign, FLOW_KINDS, type Flow } from '../../src/model/design'
import { CATALOGUE } from './catalogue'

/** So many designs of 2 to 60 blocks, the same at every call: by turns a part of documented ones, and wired at random. */
export function randomDesigns(count: number): Design[] {
  const random = randomFrom(20_000)
  return Array.from({ length: count }, (_, i) => {
    const size = 2 + Math.floor(random() * 59)
    return i % 2 === 0 ? partOfCatalogue(size, random) : wiredAtRandom(size, random)
  })
}

/** Blocks of one documented design, or of two side by side, with the flows between those that were drawn by lot. */
function partOfCatalogue(size: number, random: () => number): Design {
  const pick = () => (CATALOGUE[Math.floor(random() * CATALOGUE.length)] as (typeof CATALOGUE)[number]).design
  const designs = size > 24 ? [pick(), pick(), pick()] : [pick()]
  const blocks = designs.flatMap((design, n) =>
    Object.values(design.blocks).map(block => ({ ...block, id: `${block.id}-${n}` })),
  )
  const flows = designs.flatMap((design, n) =>
    Object.values(design.flows).map(({ bends: _, ...flow }) => ({
      ...flow,
      id: `${flow.id}-${n}`,
      source: `${flow.source}-${n}`,
      target: `${flow.target}-${n}`,
    })),
  )
  const chosen = blocks
    .map(block => ({ block, lot: random() }))
    .sort((a, b) => a.lot - b.lot)
    .slice(0, size)
  return designOf(
    chosen.map(({ block }) => block),
    flows,
  )
}

/** Blocks of any kind in a row, each wired to one or two that come before it, now and then to a later one. */
function wiredAtRandom(size: number, random: () => number): Design {
  const kinds = KINDS.filter(({ id }) => id !== 'note' && id !== 'brief-card')
  const blocks = Array.from({ length: size }, (_, i): Block => {
    const kind = kinds[Math.floor(random() * kinds.length)]?.id ?? 'ranker'
    return { id: `b${i}`, kind, label: kind, props: {} }
  })
  const flows = blocks.slice(1).flatMap((block, i) => {
    const ends = random() < 0.4 ? [random(), random()] : [random()]
    return ends.map((lot, n): Flow => {
      const other = `b${Math.floor(lot * (i + 1))}`
      const kind = FLOW_KINDS[Math.floor(random() * FLOW_KINDS.length)] ?? 'data'
      const [source, target] = random() < 0.15 ? [block.id, other] : [other, block.id]
      return { id: `f${i}-${n}`, kind, source, target }
    })
  })
  return designOf(blocks, flows)
}

function designOf(blocks: readonly Block[], flows: readonly Flow[]): Design {
  const here = new Set(blocks.map(block => block.id))
  const between = flows.filter(flow => here.has(flow.source) && here.has(flow.target))
  return {
    ...emptyDesign(),
    blocks: Object.fromEntries(blocks.map(block => [block.id, block])),
    flows: Object.fromEntries(between.map(flow => [flow.id, flow])),
  }
}
