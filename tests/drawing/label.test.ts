import { expect, test } from 'vitest'
import { doOverlap } from '../../src/drawing/geometry'
import { labelsOf } from '../../src/drawing/label'
import { routesOf } from '../../src/drawing/route'
import { sceneOf } from '../../src/drawing/scene'
import type { Design } from '../../src/model/design'
import { at, designOf } from './designs'

function labels(design: Design) {
  return labelsOf(design, routesOf(design))
}

test('a label stands on the middle of its longest horizontal run', () => {
  const design = designOf([at('a', 0, 0), at('b', 400, 0)], [{ source: 'a', target: 'b', label: 'daily' }])
  const label = labels(design).get('a-b')
  expect(label).toMatchObject({ text: 'daily', at: { x: 280, y: 36 }, anchor: 'middle' })
  expect(label?.patch).toMatchObject({ y: 25, height: 15 })
})

test('a label stands beside a vertical run', () => {
  const design = designOf([at('a', 0, 0), at('b', 0, 104)], [{ source: 'a', target: 'b', label: 'daily' }])
  expect(labels(design).get('a-b')).toMatchObject({ at: { x: 88, y: 88 }, anchor: 'start' })
})

test('labels lie neither on blocks nor on each other, and one without any room is left out', () => {
  const blocks = [at('a', 0, 0), at('b', 200, 0), at('c', 0, 104), at('d', 200, 104)]
  const flows = [
    { source: 'a', target: 'b', label: 'much too long for its gutter' },
    { source: 'a', target: 'c', label: 'one' },
    { source: 'b', target: 'c', label: 'two' },
    { source: 'b', target: 'd', label: 'three' },
    { source: 'c', target: 'd' },
  ]
  const design = designOf(blocks, flows)
  const placed = [...labels(design)]
  const solid = [...sceneOf(design).blocks.values()]
  expect(placed.map(([id]) => id).sort()).toEqual(['a-c', 'b-c', 'b-d'])
  for (const [i, [, { patch }]] of placed.entries()) {
    const others = placed.slice(i + 1).map(([, other]) => other.patch)
    expect([...solid, ...others].filter(box => doOverlap(box, patch))).toEqual([])
  }
})

test('the label of an artefact leaves its bar in sight', () => {
  const flow = { source: 'a', target: 'b', label: 'v43', kind: 'artifact' as const }
  const design = designOf([at('a', 0, 0), at('b', 500, 0)], [flow])
  const patch = labels(design).get('a-b')?.patch
  expect(patch && doOverlap(patch, { x: 325, y: 28, width: 10, height: 8 })).toBe(false)
})
