import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, boxBetween, doOverlap, grown, runsOf, sideAt } from '../../src/drawing/geometry'
import { reroute, routesOf } from '../../src/drawing/route'
import { endsOf, sceneOf } from '../../src/drawing/scene'
import { type Block, type Design, FLOW_KINDS, type Flow, type Point } from '../../src/model/design'
import { at, designOf } from './designs'

test('a flow to the block at the right runs straight across the gutter', () => {
  const design = designOf([at('a', 0, 0), at('b', 200, 0)], [{ source: 'a', target: 'b' }])
  expect(routesOf(design)).toEqual(new Map([['a-b', [point(160, 32), point(200, 32)]]]))
})

test('a flow to the block below runs straight down', () => {
  const design = designOf([at('a', 0, 0), at('b', 0, 104)], [{ source: 'a', target: 'b' }])
  expect(routesOf(design).get('a-b')).toEqual([point(80, 64), point(80, 104)])
})

test('a flow to a lower row turns once', () => {
  const design = designOf([at('a', 0, 0), at('b', 200, 104)], [{ source: 'a', target: 'b' }])
  expect(routesOf(design).get('a-b')).toEqual([point(80, 64), point(80, 136), point(200, 136)])
})

test('a flow goes around the block that stands in its way', () => {
  const blocks = [at('a', 0, 0), at('wall', 200, 0), at('b', 400, 0)]
  const design = designOf(blocks, [{ source: 'a', target: 'b' }])
  const line = routesOf(design).get('a-b') ?? []
  expect(line.length).toBeGreaterThan(2)
  expect(throughBlocks(design, line)).toEqual([])
})

test('a call that bounces back to its own block loops around its corner', () => {
  const design = designOf([at('a', 0, 0)], [{ source: 'a', target: 'a' }])
  expect(routesOf(design).get('a-a')).toEqual([
    point(160, 32),
    point(180, 32),
    point(180, 84),
    point(80, 84),
    point(80, 64),
  ])
})

test('flows between the same two blocks run side by side, 16 pixels apart', () => {
  const flows = ['one', 'two', 'three'].map(id => ({ id, source: 'a', target: 'b' }))
  expect(routesOf(designOf([at('a', 0, 0), at('b', 200, 0)], flows))).toEqual(
    new Map([
      ['one', [point(160, 16), point(200, 16)]],
      ['three', [point(160, 32), point(200, 32)]],
      ['two', [point(160, 48), point(200, 48)]],
    ]),
  )
})

test('twenty flows on one side all have ends of their own', () => {
  const names = Array.from({ length: 20 }, (_, i) => `b${i}`)
  const blocks = [at('a', 0, 1000), ...names.map((id, i) => at(id, 600, i * 104))]
  const routes = routesOf(
    designOf(
      blocks,
      names.map(target => ({ source: 'a', target })),
    ),
  )
  const starts = [...routes.values()].map(line => `${line[0]?.x} ${line[0]?.y}`)
  expect(new Set(starts).size).toBe(20)
})

test('the line of the file is kept while both its ends touch their blocks', () => {
  const bends = [point(164, 20), point(170, 20), point(170, 40), point(196, 40)]
  const design = designOf([at('a', 0, 0), at('b', 200, 0)], [{ source: 'a', target: 'b', bends }])
  expect(routesOf(design).get('a-b')).toEqual(bends)
})

test('the line of the file is given up when one of its blocks has moved away', () => {
  const bends = [point(160, 32), point(200, 32)]
  const design = designOf([at('a', 0, 0), at('b', 208, 0)], [{ source: 'a', target: 'b', bends }])
  expect(routesOf(design).get('a-b')).toEqual([point(160, 32), point(208, 32)])
})

test('a flow into a collapsed room ends at the room, and one inside it is not drawn', () => {
  const blocks = [at('a', 0, 0), at('b', 300, 0, { group: 'room' }), at('c', 500, 0, { group: 'room' })]
  const flows = [
    { source: 'a', target: 'b' },
    { source: 'b', target: 'c' },
  ]
  const room = { id: 'room', at: point(240, 0), size: { width: 400, height: 100 }, collapsed: true as const }
  expect(routesOf(designOf(blocks, flows, [room]))).toEqual(new Map([['a-b', [point(160, 32), point(240, 32)]]]))
})

test('a flow to a block without a place has no line', () => {
  const design = designOf([at('a', 0, 0), { id: 'b' }], [{ source: 'a', target: 'b' }])
  expect(routesOf(design)).toEqual(new Map())
})

test('a drag routes only the flows of what moves', () => {
  const blocks = [at('a', 0, 0), at('b', 200, 0), at('c', 400, 0), at('d', 600, 0)]
  const flows = [
    { source: 'a', target: 'b' },
    { source: 'b', target: 'c' },
    { source: 'c', target: 'd' },
  ]
  const before = routesOf(designOf(blocks, flows))
  const moved = designOf([at('a', 0, 104), ...blocks.slice(1)], flows)
  const after = reroute(moved, before, new Set(['a']))
  expect(after.get('b-c')).toBe(before.get('b-c'))
  expect(after.get('c-d')).toBe(before.get('c-d'))
  expect(after).toEqual(routesOf(moved))
})

test('any drawing has finite, orthogonal lines from edge to edge, and the same ones each time', () => {
  fc.assert(
    fc.property(scattered(), design => {
      const routes = routesOf(design)
      const scene = sceneOf(design)
      expect(routes.size).toBe(Object.keys(design.flows).length)
      for (const [id, line] of routes) {
        const ends = endsOf(scene, design.flows[id] as Flow)
        expect(line.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true)
        expect(runsOf(line).filter(({ a, b }) => (a.x === b.x) === (a.y === b.y))).toEqual([])
        expect(isOnEdge(ends?.source.box, line[0]) && isOnEdge(ends?.target.box, line.at(-1))).toBe(true)
      }
      expect(routesOf(design)).toEqual(routes)
    }),
    { numRuns: 60 },
  )
})

test('blocks on a grid with free gutters are never run through', () => {
  fc.assert(
    fc.property(gridded(), design => {
      const routes = routesOf(design)
      expect([...routes].filter(([, line]) => throughBlocks(design, line).length > 0)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

function point(x: number, y: number): Point {
  return { x, y }
}

function isOnEdge(box: Box | undefined, place: Point | undefined): boolean {
  return box !== undefined && place !== undefined && sideAt(box, place, 0.001) !== null
}

function throughBlocks(design: Design, line: readonly Point[]): string[] {
  return [...sceneOf(design).blocks]
    .filter(([, box]) => runsOf(line).some(({ a, b }) => doOverlap(boxBetween(a, b), grown(box, -0.001))))
    .map(([id]) => id)
}

/** Blocks anywhere, on top of each other too, and flows between any of them. */
function scattered(): fc.Arbitrary<Design> {
  const place = fc.record({ x: fc.integer({ min: -600, max: 600 }), y: fc.integer({ min: -400, max: 400 }) })
  return fc
    .array(place, { minLength: 1, maxLength: 8 })
    .chain(places => wired(places.map((each, i) => at(`b${i}`, each.x, each.y))))
}

/** Blocks in the cells of a floor plan with gutters of 40 pixels and more. */
function gridded(): fc.Arbitrary<Design> {
  const cell = fc.record({ column: fc.nat({ max: 4 }), row: fc.nat({ max: 4 }) })
  return fc
    .uniqueArray(cell, { minLength: 2, maxLength: 12, selector: each => `${each.column} ${each.row}` })
    .chain(cells =>
      wired(
        cells.map((each, i) => at(`b${i}`, each.column * 216, each.row * 120)),
        10,
      ),
    )
}

function wired(blocks: readonly (Partial<Block> & { id: string })[], maxLength = 14): fc.Arbitrary<Design> {
  const names = blocks.map(block => block.id)
  const ends = {
    source: fc.constantFrom(...names),
    target: fc.constantFrom(...names),
    kind: fc.constantFrom(...FLOW_KINDS),
  }
  return fc.array(fc.record(ends), { maxLength }).map(flows =>
    designOf(
      blocks,
      flows.map((flow, i) => ({ ...flow, id: `f${i}` })),
    ),
  )
}
