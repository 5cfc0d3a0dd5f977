import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CARD_SHOWS } from '../../src/kinds/brief'
import { defaultFlowKind, isAllowedPair } from '../../src/kinds/flow-kinds'
import { ICONS } from '../../src/kinds/icons'
import { blockSize, commonFields, fieldOfKind, fieldsOf, isKnownKind, KINDS, kindOf } from '../../src/kinds/index'
import type { Kind } from '../../src/kinds/kind'
import { isOfField, outOfRange } from '../../src/kinds/values'
import { type Block, STEPS } from '../../src/model/design'

const FOLDER = new URL('../../src/kinds/', import.meta.url)

test('the index lists every kind of the folder', () => {
  const files = readdirSync(FOLDER).filter(
    file => file.endsWith('.ts') && readFileSync(new URL(file, FOLDER), 'utf8').includes('export default defineKind('),
  )
  const listed = KINDS.map(kind => kind.id)
  const missing = files
    .map(file => file.replace('.ts', ''))
    .filter(id => !listed.includes(id))
    .map(id => `'${id}': ${camelCase(id)},   // and: import ${camelCase(id)} from './${id}'`)
  expect(missing, `paste into src/kinds/index.ts: ${missing.join('\n')}`).toEqual([])
  expect(listed.filter(id => !files.includes(`${id}.ts`))).toEqual([])
})

test('there are fifty kinds, beside cards of the brief and the component of unknown kind', () => {
  const offered = KINDS.filter(kind => !kind.isHidden && kind.id !== 'brief-card')
  expect(offered.length).toBe(50)
  expect(offered.filter(kind => kind.isExtended).map(kind => kind.id)).toEqual([
    'note',
    'etl-job',
    'pretrained-model',
    'hyperparameter-tuning',
    'experiment-tracker',
    'online-preprocessor',
    'decision-policy',
    'human-review',
    'prompt-builder',
    'llm',
    'guardrail',
    'service-monitor',
  ])
  expect(KINDS.filter(kind => kind.isHidden).map(kind => kind.id)).toEqual(['component'])
})

test('the palette goes through the steps in order', () => {
  const steps = KINDS.filter(kind => !kind.isHidden).map(kind => STEPS.indexOf(kind.step))
  expect(steps).toEqual(steps.toSorted((a, b) => a - b))
})

test('a kind that is not known is treated as a component', () => {
  expect(kindOf('quantum-oracle').id).toBe('component')
  expect(kindOf('constructor').id).toBe('component')
  expect([isKnownKind('ranker'), isKnownKind('quantum-oracle'), isKnownKind('toString')]).toEqual([true, false, false])
})

test.each(KINDS.map(kind => [kind.id, kind] as const))('%s is complete', (id, kind) => {
  expect(kindOf(id)).toBe(kind)
  expect(ICONS[kind.icon].length).toBeGreaterThan(0)
  expect(kind.what).toMatch(/^[A-Z].*\.$/)
  expect(keysThatDoNotExist(kind)).toEqual([])
  expect(repeated(fieldsOf(kind).map(field => field.key))).toEqual([])
  expect(kind.liveNumber === undefined ? 'number' : fieldOfKind(kind, kind.liveNumber)?.type).toBe('number')
  expect(kind.next.filter(next => !isKnownKind(next))).toEqual([])
  expect(kind.next.filter(next => !isAllowedPair(defaultFlowKind(id, next), id, next))).toEqual([])
  expect(presetValuesThatDoNotFit(kind)).toEqual([])
})

test('no two entries of the palette share an id or a name', () => {
  const entries = KINDS.flatMap(kind => [kind, ...(kind.presets ?? [])])
  expect(repeated(entries.map(entry => entry.id))).toEqual([])
  expect(repeated(entries.map(entry => entry.name))).toEqual([])
})

test('the palette offers the entries that merged kinds stand for', () => {
  const presets = KINDS.flatMap(kind => (kind.presets ?? []).map(preset => `${preset.name}: ${kind.id}`))
  expect(presets).toEqual(
    expect.arrayContaining([
      'Vector database: ann-index',
      'Popularity baseline: fallback',
      'Shadow run: safe-rollout',
      'Canary release: safe-rollout',
      'Blue-green release: safe-rollout',
      'A/B test: online-experiment',
      'Interleaving: online-experiment',
      'Switchback: online-experiment',
      'Holdout group: online-experiment',
      'Bandit: online-experiment',
      'Two-tower retrieval: candidate-generator',
      'Graph store: operational-store',
      'Object store: data-lake',
      'Message queue: event-stream',
    ]),
  )
  expect(kindOf('brief-card').presets?.map(preset => preset.props)).toEqual(
    Object.keys(CARD_SHOWS).map(shows => ({ shows })),
  )
})

test('a kind’s own field comes before the common one of the same key', () => {
  expect(fieldOfKind(kindOf('feature-store-online'), 'p99Ms')?.label).toBe('Read latency, p99')
  expect(fieldOfKind(kindOf('ranker'), 'p99Ms')).toBe(commonFields.find(field => field.key === 'p99Ms'))
  expect(fieldOfKind(kindOf('ranker'), 'constructor')).toBeUndefined()
})

test('a block has the size of its kind, and a note its own', () => {
  const size = { width: 240, height: 96 }
  expect(blockSize(block('ranker', size))).toEqual({ width: 160, height: 64 })
  expect(blockSize(block('brief-card'))).toEqual({ width: 160, height: 48 })
  expect(blockSize(block('note', size))).toEqual(size)
  expect(blockSize(block('note'))).toEqual({ width: 168, height: 64 })
})

test('icons are plain shapes without script or style', () => {
  const shapes = Object.values(ICONS).flat()
  expect([...new Set(shapes.map(([tag]) => tag))].toSorted()).toEqual(
    ['circle', 'ellipse', 'line', 'path', 'polygon', 'rect'].filter(tag => shapes.some(([used]) => used === tag)),
  )
  expect(shapes.flatMap(([, attrs]) => Object.keys(attrs)).filter(name => /^on|style|href|key/.test(name))).toEqual([])
})

function keysThatDoNotExist(kind: Kind): string[] {
  const keys = [kind.keyProperty, kind.liveNumber].filter(key => key !== undefined)
  return keys.filter(key => !fieldOfKind(kind, key))
}

function presetValuesThatDoNotFit(kind: Kind): string[] {
  return (kind.presets ?? []).flatMap(preset =>
    Object.entries(preset.props).flatMap(([key, value]) => {
      const field = fieldOfKind(kind, key)
      if (!field) return [`${preset.id}.${key} does not exist`]
      const isUnlisted = field.type === 'choice' && !field.choices?.includes(String(value))
      return isUnlisted || isOfField(field, value) || outOfRange(field, value) ? [`${preset.id}.${key}`] : []
    }),
  )
}

function repeated(words: readonly string[]): string[] {
  return words.filter((word, place) => words.indexOf(word) !== place)
}

function block(kind: string, size?: Block['size']): Block {
  return { id: 'b', kind, label: 'B', props: {}, ...(size ? { size } : {}) }
}

function camelCase(id: string): string {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}
