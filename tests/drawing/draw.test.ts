import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draw } from '../../src/drawing/draw'
import { routesOf } from '../../src/drawing/route'
import { sceneOf } from '../../src/drawing/scene'
import { FLOW_KINDS } from '../../src/model/design'
import { wholeDesigns } from '../arbitraries/whole-design'
import { at, designOf } from './designs'
import { elementsOf, readXml, textOf, type XmlElement } from './xml'

const two = designOf(
  [at('a', 0, 0, { label: 'Feed API' }), at('b', 400, 0)],
  [{ source: 'a', target: 'b', label: 'daily' }],
)

test('a drawing is a picture with a name and a description', () => {
  const { svg, width, height } = draw(two, { theme: 'light' })
  const root = readXml(svg)
  expect({ ...root, children: root.children.slice(0, 2) }).toEqual({
    name: 'svg',
    attributes: {
      xmlns: 'http://www.w3.org/2000/svg',
      width: '608',
      height: '112',
      viewBox: '-24 -24 608 112',
      role: 'img',
    },
    children: [
      { name: 'title', attributes: {}, children: ['Feed'] },
      {
        name: 'desc',
        attributes: {},
        children: ['2 blocks, 1 flow. Serve: Feed API, b. Feed API to b: batch data, daily.'],
      },
    ],
  })
  expect([width, height]).toEqual([608, 112])
})

test('of a part, only its blocks and the flows between them are drawn', () => {
  const drawn = readXml(draw(two, { theme: 'light', only: new Set(['a']), padding: 0, title: 'Part' }).svg)
  expect(idsOf(drawn, 'data-block')).toEqual(['a'])
  expect(idsOf(drawn, 'data-flow')).toEqual([])
  expect([drawn.attributes.viewBox, textOf(drawn).startsWith('Part1 block, 0 flows.')]).toEqual(['0 0 160 64', true])
})

test('the ground is left out on demand, and the line then stops for its label', () => {
  const grounds = [true, false].map(background => {
    const elements = elementsOf(readXml(draw(two, { theme: 'dark', background }).svg))
    const line = elements.find(each => each.attributes['stroke-width'] === '2.25')
    return [elements.filter(each => each.attributes.fill === '#0f1114').length, line?.attributes.d?.match(/M/g)?.length]
  })
  expect(grounds).toEqual([
    [2, 1],
    [0, 2],
  ])
})

test('findings are badges, from two on with their number', () => {
  const marks = new Map([
    ['a', { severity: 'error' as const, count: 12 }],
    ['b', { severity: 'info' as const, count: 1 }],
  ])
  const drawn = readXml(draw(two, { theme: 'light', marks, padding: 0 }).svg)
  const [a, b] = ['a', 'b'].map(id => elementsOf(drawn).find(each => each.attributes['data-block'] === id))
  expect([textOf(a as XmlElement), textOf(b as XmlElement)]).toEqual(['Feed APIRanker12', 'bRanker'])
  expect(drawn.attributes.viewBox).toBe('0 -12 570 76')
})

test('the legend shows each kind of flow that is there, once', () => {
  const blocks = [at('a', 0, 0), at('b', 400, 0)]
  const flows = [...FLOW_KINDS, 'data'].map((kind, i) => ({ id: `f${i}`, kind, source: 'a', target: 'b' }))
  const words = (legend: boolean) => textOf(readXml(draw(designOf(blocks, flows), { theme: 'light', legend }).svg))
  const names = 'Batch dataStreamRequestQueued callFallbackArtefactTriggerFeedbackMetric'
  expect([words(true).endsWith(names), words(false).endsWith(names)]).toEqual([true, false])
})

test('accepted findings are listed with their places and reasons, but for those whose block is gone', () => {
  const waivers = {
    w1: { id: 'w1', rule: 'no-fallback', at: ['b'], reason: 'House ads\nare served.' },
    w2: { id: 'w2', rule: 'no-baseline', at: [], reason: 'Known <well>.' },
    w3: { id: 'w3', rule: 'no-drift', at: ['gone'], reason: 'Nobody reads this.' },
  }
  const words = (isAsked: boolean) =>
    textOf(readXml(draw({ ...two, waivers }, { theme: 'light', waivers: isAsked }).svg))
  const list = 'Acceptedno-fallback at b: House ads are served.no-baseline: Known <well>.'
  expect([words(true).endsWith(list), words(false).endsWith('.')]).toEqual([true, false])
  expect(draw(two, { theme: 'light', waivers: true })).toEqual(draw(two, { theme: 'light' }))
})

test('fonts are carried inside, and only as data', () => {
  const fonts = [{ family: "In'ter}", data: 'd09GMg==")}evil', unicodeRange: 'U+0-FF;} *{fill:url(x)' }]
  const style = elementsOf(readXml(draw(two, { theme: 'light', fonts }).svg)).find(each => each.name === 'style')
  expect(textOf(style as XmlElement)).toBe(
    "@font-face{font-family:'Inter';font-weight:100 900;src:url(data:font/woff2;base64,d09GMg==evil) format('woff2');unicode-range:U+0-FF f}" +
      '.n{font-variant-numeric:tabular-nums}',
  )
})

test('an empty design is an empty picture', () => {
  expect(draw(designOf([]), { theme: 'light', legend: true })).toMatchObject({ width: 48, height: 48 })
})

test.each([
  '<script>window.__pwned = 1</script>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  ']]><![CDATA[<x>',
  '<!--',
  '&lt;b&gt; &amp; &#0; &unknown;',
  'javascript:alert(1)',
  'a\u0000b\u0008c\u000bd\ufffee\ud800f\udc00',
  '\u202egnirts',
  'مرحبا بالعالم',
  '👩‍👩‍👧‍👦 🚀',
])('the label %j stays text', label => {
  const blocks = [at('a', 0, 0, { label, kind: label }), at('b', 900, 0), at('n', 0, 200, { kind: 'note', label })]
  const room = { id: 'room', label, at: { x: -10, y: -24 }, size: { width: 400, height: 200 } }
  const design = designOf(blocks, [{ source: 'a', target: 'b', label, kind: label }], [room])
  const drawn = readXml(draw({ ...design, about: { design: { title: label } } }, { theme: 'light' }).svg)
  const names = new Set(elementsOf(drawn).map(each => each.name))
  const attributes = elementsOf(drawn).flatMap(each => Object.keys(each.attributes))
  const plain = ['circle', 'desc', 'ellipse', 'g', 'line', 'path', 'polyline', 'rect', 'style', 'svg', 'text', 'title']
  expect([...names].filter(name => !plain.includes(name))).toEqual([])
  expect(attributes.filter(name => name.startsWith('on') || name.includes('href') || name === 'style')).toEqual([])
  const clean = label.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
  expect(textOf(drawn)).toContain(clean)
})

test('any design draws as well-formed XML that shows each placed block, room and flow once', () => {
  fc.assert(
    fc.property(wholeDesigns(), fc.constantFrom('light' as const, 'dark' as const), (design, theme) => {
      const drawn = readXml(draw(design, { theme, legend: true }).svg)
      const scene = sceneOf(design)
      expect(idsOf(drawn, 'data-block')).toEqual([...scene.blocks.keys()].sort())
      expect(idsOf(drawn, 'data-group')).toEqual([...scene.rooms.keys(), ...scene.collapsed.keys()].sort())
      expect(idsOf(drawn, 'data-flow')).toEqual([...routesOf(design).keys()].sort())
      const places = elementsOf(drawn).flatMap(({ attributes: { x, y, d, width, height, transform } }) => [
        x,
        y,
        d,
        width,
        height,
        transform,
      ])
      expect(places.filter(place => /NaN|Infinity|undefined/.test(place ?? ''))).toEqual([])
    }),
    { numRuns: 150 },
  )
})

function idsOf(root: XmlElement, attribute: string): string[] {
  return elementsOf(root)
    .flatMap(each => each.attributes[attribute] ?? [])
    .sort()
}
