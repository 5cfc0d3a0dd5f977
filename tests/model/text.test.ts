import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDesign } from '../../src/gate/index'
import { type Design, emptyDesign } from '../../src/model/design'
import { designText } from '../../src/model/text'
import { wholeDesigns } from '../arbitraries/whole-design'

const AD_RANKING = readFileSync(new URL('../fixtures/ad-ranking.groundplan.json', import.meta.url), 'utf8')

test('the example of the architecture is written as it was read, byte for byte', () => {
  expect(designText(opened(AD_RANKING))).toBe(AD_RANKING)
})

test('an empty design has its schema and title, and nothing else', () => {
  expect(designText(emptyDesign('Ads'))).toBe(`{
  "schema": 1,
  "about": {
    "design": {
      "title": "Ads"
    }
  }
}
`)
})

test('ids and keys are sorted by UTF-16 code unit, whatever their order in memory', () => {
  const kinds = { é: 1, b: 2, B: 3, '10': 4, '9': 5, '\u{1f600}': 6, '\uffee': 7 }
  const text = designText({ ...emptyDesign(), blocks: { x: { id: 'x', kind: 'k', label: 'X', props: kinds } } })
  expect([...text.matchAll(/"(.+)": (\d),?$/gm)].map(found => found[1])).toEqual([
    'schema',
    '10',
    '9',
    'B',
    'b',
    'é',
    '\u{1f600}',
    '\uffee',
  ])
})

test('what says nothing is left out: empty maps, lines without two ends, fields that are unset', () => {
  const design: Design = {
    ...emptyDesign('Ads'),
    brief: { design: { notes: {}, peakQps: undefined } },
    blocks: { app: { id: 'app', kind: 'app-service', label: '', props: {} } },
    flows: { loop: { id: 'loop', kind: 'request', source: 'app', target: 'app', props: {}, bends: [{ x: 1, y: 1 }] } },
    waivers: { all: { id: 'all', rule: 'no-fallback', at: [], reason: '' } },
  }
  expect(designText(design)).toBe(`{
  "schema": 1,
  "about": {
    "design": {
      "title": "Ads"
    }
  },
  "blocks": {
    "app": {
      "kind": "app-service",
      "label": ""
    }
  },
  "flows": {
    "loop": {
      "kind": "request",
      "source": "app",
      "target": "app"
    }
  },
  "waivers": {
    "all": {
      "rule": "no-fallback",
      "at": [],
      "reason": ""
    }
  }
}
`)
})

test('fields of other tools stand after the known ones, sorted, objects over several lines and lists on one', () => {
  const extra = { z: null, 'x-colour': { tone: 'red', at: [1, { b: [], a: {} }] }, empty: {} }
  const design: Design = {
    ...emptyDesign('Ads'),
    blocks: { app: { id: 'app', kind: 'app-service', label: 'App', props: {}, order: 'a', extra } },
    extra: { 'x-tool': '1.2', $schema: './design.schema.json' },
  }
  expect(designText(design)).toBe(`{
  "$schema": "./design.schema.json",
  "schema": 1,
  "about": {
    "design": {
      "title": "Ads"
    }
  },
  "blocks": {
    "app": {
      "kind": "app-service",
      "label": "App",
      "order": "a",
      "empty": {},
      "x-colour": {
        "at": [1, { "a": {}, "b": [] }],
        "tone": "red"
      },
      "z": null
    }
  },
  "x-tool": "1.2"
}
`)
})

test('a field of another tool never stands in for one of ours', () => {
  const extra = { label: 'theirs', group: 'theirs' }
  const design: Design = {
    ...emptyDesign(),
    blocks: { app: { id: 'app', kind: 'cache', label: 'ours', props: {}, extra } },
    extra: { schema: 9, blocks: {} },
  }
  expect(opened(designText(design))).toEqual({
    ...emptyDesign(),
    blocks: { app: { id: 'app', kind: 'cache', label: 'ours', props: {} } },
  })
})

test('half of a surrogate pair is written as an escape, so that UTF-8 keeps it', () => {
  const design = emptyDesign('\ud800 \u{1f600} \u2028')
  const text = designText(design)
  expect(text).toContain('"title": "\\ud800 \u{1f600} \u2028"')
  expect(opened(new TextDecoder().decode(new TextEncoder().encode(text)))).toEqual(design)
})

test('any design opens as what it was saved as, and saves to the same bytes again', () => {
  fc.assert(
    fc.property(wholeDesigns(), design => {
      const text = designText(design)
      const again = opened(text)
      expect(again).toEqual(design)
      expect(designText(again)).toBe(text)
    }),
    { numRuns: 300 },
  )
})

function opened(text: string): Design {
  const read = readDesign(text)
  if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 3)))
  return read.value
}
