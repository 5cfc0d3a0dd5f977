import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sceneOf } from '../../src/drawing/scene'
import { drawThumbnail, THUMBNAIL_SIZE } from '../../src/drawing/thumbnail'
import { emptyDesign } from '../../src/model/design'
import { wholeDesigns } from '../arbitraries/whole-design'
import { at, designOf } from './designs'
import { elementsOf, readXml, textOf, type XmlElement } from './xml'

const two = designOf(
  [at('a', 0, 0, { label: 'Feed API', kind: 'client' }), at('b', 400, 0), at('n', 0, 4000, { kind: 'note' })],
  [{ source: 'a', target: 'b', kind: 'request' }],
)

test('two blocks and their flow fill the width of a thumbnail; notes are left out', () => {
  expect(readXml(drawThumbnail(two, 'light'))).toEqual({
    name: 'svg',
    attributes: { xmlns: 'http://www.w3.org/2000/svg', width: '240', height: '124', viewBox: '0 0 240 124' },
    children: [
      { name: 'g', attributes: { fill: 'none', stroke: '#d5dae2' }, children: [] },
      { name: 'g', attributes: { opacity: '0.7' }, children: [path({ d: '', fill: '#6f7886' })] },
      {
        name: 'g',
        attributes: {},
        children: [
          path({ d: 'M69.4 62L170.6 62', fill: 'none', stroke: '#2a56d9' }),
          path({ d: 'M170.6 62L167.1 60.3L167.1 63.8z', fill: '#2a56d9' }),
        ],
      },
      {
        name: 'g',
        attributes: { fill: '#ffffff', stroke: '#cbd1da' },
        children: [
          { name: 'rect', attributes: { x: '2.5', y: '42.5', width: '66', height: '39', rx: '1.5' }, children: [] },
          { name: 'rect', attributes: { x: '171.5', y: '42.5', width: '66', height: '39', rx: '1.5' }, children: [] },
        ],
      },
      path({ d: 'M2 42h2.5v40h-2.5zM171 42h2.5v40h-2.5z', fill: '#1c7050' }),
      path({ d: 'M8 56.5h56.5M177 56.5h56.5', stroke: '#cbd1da', 'stroke-width': '1.5', 'stroke-linecap': 'round' }),
      path({ d: 'M8 69.8h33.9M177 69.8h33.9', stroke: '#e4e7ec', 'stroke-width': '1.5', 'stroke-linecap': 'round' }),
    ],
  })
})

function path(attributes: Readonly<Record<string, string>>) {
  return { name: 'path', attributes, children: [] }
}

function rectsOf(root: XmlElement): XmlElement[] {
  return elementsOf(root).filter(({ name }) => name === 'rect')
}

test('the two themes draw the same lines in other colours', () => {
  const [light, dark] = (['light', 'dark'] as const).map(theme => drawThumbnail(two, theme))
  const withoutColours = (svg: string | undefined) => svg?.replace(/#[0-9a-f]{6}/g, '')
  expect(withoutColours(dark)).toBe(withoutColours(light))
  expect(dark).not.toBe(light)
})

test('every design gives a picture without words, with one plate for each block and everything inside its frame', () => {
  fc.assert(
    fc.property(wholeDesigns(), design => {
      const root = readXml(drawThumbnail(design, 'dark'))
      expect(textOf(root)).toBe('')
      const scene = sceneOf(design)
      const blocks = [...scene.blocks.keys()].filter(id => design.blocks[id]?.kind !== 'note')
      const rects = rectsOf(root)
      expect(rects).toHaveLength(blocks.length + scene.collapsed.size + scene.rooms.size)
      const edges = rects.flatMap(({ attributes: { x, y, width, height } }) => [
        [Number(x), Number(x) + Number(width), THUMBNAIL_SIZE.width],
        [Number(y), Number(y) + Number(height), THUMBNAIL_SIZE.height],
      ])
      expect(edges.filter(([low = 0, high = 0, limit = 0]) => low < 0 || high > limit)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('a design with nothing on it is an empty picture', () => {
  expect(rectsOf(readXml(drawThumbnail(emptyDesign(), 'light')))).toEqual([])
})
