import { expect, test } from 'vitest'
import { BRIEF_FIELDS, briefField } from '../../src/kinds/brief'
import { fieldOfKind, kindOf } from '../../src/kinds/index'
import type { Field } from '../../src/kinds/kind'
import { usualMetrics } from '../../src/kinds/metrics'
import { blockSuggestions, stillToSuggest, suggestionsFor } from '../../src/kinds/suggestions'

const LISTS = ['offlineMetrics', 'onlineMetrics', 'guardrailMetrics']
const TASKS = briefField('mlTask')?.choices ?? []

function field(kind: string, key: string): Field {
  const found = fieldOfKind(kindOf(kind), key)
  if (!found) throw new Error(`A ${kind} has no ${key}.`)
  return found
}

test('every task has metrics of its own to suggest, offline, live and as guardrails', () => {
  const isUsual = (key: string, task: string) => {
    const suggested = suggestionsFor(key, task)
    return suggested.length > 0 && suggested.join() !== suggestionsFor(key, undefined).join()
  }
  expect(TASKS.flatMap(task => LISTS.filter(key => !isUsual(key, task)).map(key => `${task} ${key}`))).toEqual([])
  expect(suggestionsFor('offlineMetrics', 'forecasting')).toEqual(usualMetrics('forecasting'))
  expect(suggestionsFor('onlineMetrics', 'retrieval')).toEqual([
    'search success rate',
    'zero-result rate',
    'time to first click',
  ])
})

test('without a task, or with one that is not known, a list suggests its examples', () => {
  const examples = briefField('guardrailMetrics')?.examples
  expect(suggestionsFor('guardrailMetrics', undefined)).toEqual(examples)
  expect(suggestionsFor('guardrailMetrics', 'toString')).toEqual(examples)
  expect(suggestionsFor('assumptions', 'ranking')).toEqual(briefField('assumptions')?.examples)
})

test('suggestions are short names, each said once', () => {
  const all = BRIEF_FIELDS.filter(({ type }) => type === 'list').flatMap(({ key }) =>
    TASKS.map(task => suggestionsFor(key, task)),
  )
  expect(all.flat().filter(each => each.length > 30 || each !== each.trim())).toEqual([])
  expect(all.filter(each => new Set(each).size < each.length)).toEqual([])
})

test('what measures is offered what the brief is judged by, then what is usual', () => {
  const brief = { mlTask: 'retrieval', offlineMetrics: ['recall@100'], onlineMetrics: ['bookings per search'] }
  expect(blockSuggestions('offline-eval', field('offline-eval', 'metrics'), brief)).toEqual([
    'recall@100',
    ...usualMetrics('retrieval'),
  ])
  expect(blockSuggestions('online-experiment', field('online-experiment', 'metrics'), brief)).toEqual([
    'bookings per search',
    ...suggestionsFor('onlineMetrics', 'retrieval'),
    ...suggestionsFor('guardrailMetrics', 'retrieval'),
  ])
  expect(blockSuggestions('offline-eval', field('offline-eval', 'slices'), brief)).toEqual(
    field('offline-eval', 'slices').examples,
  )
})

test('what a list holds in any spelling is not suggested again, and nothing twice', () => {
  expect(stillToSuggest(['pr-auc', 'AUPRC', 'ndcg', 'latency'], ['PR AUC', 'Latency'])).toEqual(['ndcg'])
  expect(stillToSuggest(['ndcg', 'nDCG@10', 'mrr'], [])).toEqual(['ndcg', 'mrr'])
})

test('five suggestions stand there at most', () => {
  expect(stillToSuggest(['a', 'b', 'c', 'd', 'e', 'f', 'g'], ['b'])).toEqual(['a', 'c', 'd', 'e', 'f'])
})
