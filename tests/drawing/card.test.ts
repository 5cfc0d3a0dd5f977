import { expect, test } from 'vitest'
import { cardOf } from '../../src/drawing/card'
import { measure } from '../../src/drawing/text'
import type { Block, Design } from '../../src/model/design'
import { designOf } from './designs'

test('a block shows its name, its kind, the property that sizes it and its number', () => {
  const props = { modelParams: 48e6, p99Ms: 62 }
  expect(cardFor({ kind: 'ranker', label: 'Final stage', props })).toEqual({
    shape: 'block',
    name: ['Final stage'],
    kindLine: 'Ranker',
    keyText: '48\u2009M\u2009params',
    liveText: '62\u2009ms',
    icon: 'arrow-down-wide-narrow',
    step: 'serve',
  })
})

test('a name of two lines takes the place of the kind', () => {
  expect(cardFor({ kind: 'ranker', label: 'Personalised heavy ranker' })).toMatchObject({
    name: ['Personalised', 'heavy ranker'],
    kindLine: '',
  })
})

test('a kind that the name says already gives way to the step', () => {
  expect(cardFor({ kind: 'ranker', label: 'Ranker' }).kindLine).toBe('Serve')
})

test('a preset says more than its kind', () => {
  expect(cardFor({ kind: 'ranker', label: 'Stage two', props: { stage: 'heavy' } }).kindLine).toBe('Heavy ranker')
})

test('of a kind with two names the first is shown where both do not fit', () => {
  expect(cardFor({ kind: 'gateway', label: 'Edge' }).kindLine).toBe('Gateway')
})

test('the key property is cut before the number is', () => {
  const family = 'a deep and cross network with very many layers'
  const card = cardFor({ kind: 'model', label: 'CTR', props: { family, params: 1_234_000_000 } })
  expect(card.keyText.endsWith('…')).toBe(true)
  expect(card.liveText).toBe('1.23\u2009B\u2009params')
  const width = measure(card.keyText, { size: 11, weight: 400 }) + measure(card.liveText, { size: 11, weight: 600 })
  expect(width).toBeLessThan(160 - 12 - 9 - 6)
})

test('a block of another tool is a component that names its kind', () => {
  expect(cardFor({ kind: 'graph-db', label: 'Follows' })).toMatchObject({ kindLine: 'graph-db', shape: 'block' })
  expect(cardFor({ kind: 'constructor', label: '' })).toMatchObject({ name: ['Component'], kindLine: 'constructor' })
})

test('a card of the brief reads the brief', () => {
  const design = withBrief({ dau: 240e6, peakQps: 12_400 })
  expect(cardOf(design, block({ kind: 'brief-card', label: 'Scale', props: { shows: 'scale' } }))).toEqual({
    shape: 'brief',
    name: ['Scale'],
    kindLine: '240\u2009M\u2009users',
    keyText: '',
    liveText: '',
    icon: 'users',
    step: 'clarify',
  })
})

test('a card of the brief says that its question is open', () => {
  expect(cardFor({ kind: 'brief-card', label: '', props: { shows: 'goal' } })).toMatchObject({
    name: ['Goal'],
    kindLine: 'Not answered yet',
  })
})

test('a note shows its text without the marks of Markdown, as much as its size holds', () => {
  const label = '**45 000 QPS** x 400 candidates\n- see [the paper](https://example.org)'
  const size = { width: 240, height: 64 }
  expect(cardFor({ kind: 'note', label, size }).name).toEqual(['45 000 QPS x 400 candidates', '• see the paper'])
})

function cardFor(parts: Partial<Block>) {
  return cardOf(designOf([]), block(parts))
}

function block(parts: Partial<Block>): Block {
  return { id: 'b', kind: 'ranker', label: '', props: {}, ...parts }
}

function withBrief(brief: Design['brief']['design']): Design {
  return { ...designOf([]), brief: { design: brief } }
}
