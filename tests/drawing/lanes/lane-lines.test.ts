import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { laneLines, type Site } from '../../../src/drawing/lanes/lane-lines'
import { obstaclesOf } from '../../../src/drawing/obstacles'
import { routesOf } from '../../../src/drawing/route'
import { sceneOf } from '../../../src/drawing/scene'
import { givenTask } from '../../../src/drawing/task'
import { readDesign } from '../../../src/gate'
import { crosses, segmentsOf, sharedRun } from '../../../src/layout/segments'
import type { Design, Flow, Id, Point } from '../../../src/model/design'
import { at, designOf } from '../designs'

function siteOf(design: Design): Site {
  const scene = sceneOf(design)
  return { design, scene, obstacles: obstaclesOf(scene) }
}

function template(): Design {
  const read = readDesign(readFileSync('templates/fraud-detection.groundplan.json', 'utf8'))
  if (!read.ok) throw new Error(read.problems[0]?.message)
  return read.value
}

/** The same design as a person would have put it: nothing quite in line, and no lines given. */
function byHand(design: Design): Design {
  const blocks = Object.values(design.blocks).map((block, i) => {
    const { x, y } = block.at ?? { x: 0, y: 0 }
    return [block.id, { ...block, at: { x: x + 8 * (i % 3) - 8, y: y + 8 * (i % 2) } }] as const
  })
  const flows = Object.values(design.flows).map(({ bends: _, ...flow }) => [flow.id, flow] as const)
  return { ...design, blocks: Object.fromEntries(blocks), flows: Object.fromEntries(flows) }
}

function counts(lines: ReadonlyMap<Id, readonly Point[]>) {
  const all = [...lines.values()].map(segmentsOf)
  let [crossings, shared] = [0, 0]
  for (const [i, one] of all.entries())
    for (const other of all.slice(i + 1))
      for (const a of one)
        for (const b of other)
          if (crosses(a, b)) crossings++
          else shared += sharedRun(a, b)
  return { crossings, shared }
}

test('lines of blocks that a person put roughly in line cross about as little as those of the layout', () => {
  const design = template()
  const given = new Map(Object.values(design.flows).flatMap(({ id, bends }) => (bends ? [[id, bends] as const] : [])))
  const { crossings, shared } = counts(routesOf(byHand(design)))
  expect(shared).toBe(0)
  expect(crossings).toBeLessThanOrEqual(counts(given).crossings + 4)
})

test('flows that meet in one gutter run side by side in an order in which they need not cross', () => {
  const blocks = [at('a', 0, 0), at('b', 0, 104), at('c', 200, 208), at('d', 200, 312)]
  const flows = [
    { source: 'a', target: 'c' },
    { source: 'b', target: 'd' },
  ]
  const lines = routesOf(designOf(blocks, flows))
  expect(counts(lines)).toEqual({ crossings: 0, shared: 0 })
})

describe('a flow among given lines', () => {
  const blocks = [at('a', 0, 0), at('b', 200, 0), at('c', 400, 0)]
  const flows: readonly (Partial<Flow> & { readonly source: Id; readonly target: Id })[] = [
    { source: 'a', target: 'b', bends: [point(160, 32), point(200, 32)] },
    { source: 'a', target: 'c' },
  ]

  test('keeps clear of them', () => {
    const design = designOf(blocks, flows)
    const site = siteOf(design)
    const given = Object.values(design.flows).flatMap(
      flow => givenTask(site.scene, site.obstacles, flow, flow.bends) ?? [],
    )
    const free = Object.values(design.flows).filter(flow => !flow.bends)
    const lines = laneLines(site, given, free)
    expect([...lines.keys()]).toEqual(['a-c'])
    expect(counts(new Map([...lines, ['a-b', flows[0]?.bends ?? []]]))).toEqual({ crossings: 0, shared: 0 })
  })
})

test('blocks on top of each other get no lines here', () => {
  const blocks = Array.from({ length: 9 }, (_, i) => at(`b${i}`, 40 * i, 20 * i))
  const design = designOf(blocks, [{ source: 'b0', target: 'b8' }])
  expect(laneLines(siteOf(design), [], Object.values(design.flows))).toEqual(new Map())
})

function point(x: number, y: number): Point {
  return { x, y }
}
