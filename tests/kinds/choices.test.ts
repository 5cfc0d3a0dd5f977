import { describe, expect, test } from 'vitest'
import { briefField } from '../../src/kinds/brief'
import { HOUSE } from '../../src/kinds/choices/choice'
import { CHOICES, type Choice, choiceOf } from '../../src/kinds/choices/index'
import { chosenOptions, valueOfOption } from '../../src/kinds/choices/matching'
import { fieldOfKind, isKnownKind, kindOf } from '../../src/kinds/index'
import type { Field } from '../../src/kinds/kind'
import { isOfField, outOfRange } from '../../src/kinds/values'

/** The fields whose decision it is: of each kind, or of the brief. */
function fieldsOfChoice({ kinds, key }: Choice): readonly (Field | undefined)[] {
  return kinds.length === 0 ? [briefField(key)] : kinds.map(kind => fieldOfKind(kindOf(kind), key))
}

function fieldOf(key: string, kind?: string): Field {
  const field = kind === undefined ? briefField(key) : fieldOfKind(kindOf(kind), key)
  if (!field) throw new Error(`There is no ${key} of ${kind ?? 'the brief'}.`)
  return field
}

/** The names of the options that a value stands for. */
function chosen(key: string, kind: string | undefined, value: string | number | boolean | readonly string[]): string[] {
  const choice = choiceOf(key, kind)
  return choice ? chosenOptions(choice, fieldOf(key, kind), value).map(option => option.value) : []
}

describe.each(CHOICES.map(choice => [`${choice.key} of ${choice.kinds.join(', ') || 'the brief'}`, choice] as const))(
  '%s',
  (_, choice) => {
    test('is a property that its kinds have', () => {
      expect(choice.kinds.filter(kind => !isKnownKind(kind))).toEqual([])
      expect(fieldsOfChoice(choice)).not.toContain(undefined)
    })

    test('offers what the property can hold', () => {
      for (const field of fieldsOfChoice(choice)) {
        if (!field) continue
        const values = choice.options.map(option => valueOfOption(field, option))
        expect(values.filter(value => value !== undefined && isOfField(field, value))).toEqual([])
        expect(values.filter(value => outOfRange(field, value))).toEqual([])
        expect(values.filter(value => value !== undefined).length).toBeGreaterThan(1)
        if (field.type !== 'number') expect(values).not.toContain(undefined)
      }
    })

    test('marks an option that was taken as the one that was taken', () => {
      for (const field of fieldsOfChoice(choice)) {
        if (!field) continue
        for (const option of choice.options) {
          const value = valueOfOption(field, option)
          if (value !== undefined) expect(chosenOptions(choice, field, value)).toEqual([option])
        }
      }
    })

    test('goes through the sizes of a number without a gap', () => {
      const sizes = choice.options.filter(option => option.sets !== undefined)
      const limits = sizes.map(option => option.upTo ?? Infinity)
      expect(limits).toEqual([...limits].sort((a, b) => a - b))
      if (sizes.length > 0) expect(limits.at(-1)).toBe(Infinity)
    })

    test('says in sentences what each option gains and costs, and asks a question', () => {
      const sentences = choice.options.flatMap(({ gains, costs, when }) => [gains, costs, when])
      expect(sentences.filter(each => !/^[A-Z0-9].{4,140}\.$/.test(each))).toEqual([])
      expect(choice.question).toMatch(/^[A-Z].*\?$/)
      expect(new Set(choice.options.map(option => option.value)).size).toBe(choice.options.length)
    })

    test('names where it comes from', () => {
      expect(choice.source.length).toBeGreaterThan(0)
      const unfounded = choice.source.filter(({ url, title }) =>
        url ? !/^https:\/\//.test(url) : title !== HOUSE.title,
      )
      expect(unfounded).toEqual([])
    })
  },
)

test('a property of a kind holds one decision', () => {
  const places = CHOICES.flatMap(({ kinds, key }) => (kinds.length === 0 ? [key] : kinds.map(kind => `${kind} ${key}`)))
  expect(new Set(places).size).toBe(places.length)
})

test('a decision is found by its property, of a kind or of the brief', () => {
  expect(choiceOf('split', 'dataset-builder')?.question).toBe('How are training and test data kept apart?')
  expect(choiceOf('predictionMode')?.question).toBe('When is a prediction made?')
  expect([choiceOf('split'), choiceOf('predictionMode', 'ranker'), choiceOf('constructor')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('a number stands for the option of its size', () => {
  expect(chosen('cadenceSec', 'feature-pipeline-batch', 900)).toEqual(['hourly'])
  expect(chosen('cadenceSec', 'feature-pipeline-batch', 604_800)).toEqual(['daily'])
  expect(chosen('overlap', 'annotation', 5)).toEqual(['three or more'])
  expect(chosen('bytesPerDim', 'ann-index', 1)).toEqual(['int8'])
})

test('a list stands for each option that it holds, and gains one without losing another', () => {
  expect(chosen('policy', 'retraining-trigger', ['drift', 'on demand', 'schedule'])).toEqual(['schedule', 'drift'])
  const [option] = choiceOf('policy', 'retraining-trigger')?.options ?? []
  const field = fieldOf('policy', 'retraining-trigger')
  expect(option && valueOfOption(field, option, ['drift'])).toEqual(['drift', 'schedule'])
  expect(option && valueOfOption(field, option, ['schedule'])).toEqual(['schedule'])
})

test('what is not set, or is of nobody’s making, stands for no option', () => {
  expect(chosen('split', 'dataset-builder', 'by moon phase')).toEqual([])
  expect(chosen('hosted', 'llm', true)).toEqual(['yes'])
  const choice = choiceOf('hosted', 'llm')
  expect(choice && chosenOptions(choice, fieldOf('hosted', 'llm'), undefined)).toEqual([])
})
