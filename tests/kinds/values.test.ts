import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BRIEF_FIELDS } from '../../src/kinds/brief'
import { formatNumber } from '../../src/kinds/figures'
import { commonFields, fieldOfKind, KINDS, kindOf } from '../../src/kinds/index'
import type { Field } from '../../src/kinds/kind'
import { readValue } from '../../src/kinds/read-value'
import { formatProp, isOfField, outOfRange } from '../../src/kinds/values'

const FIELDS: readonly Field[] = [...KINDS.flatMap(kind => kind.fields), ...commonFields, ...BRIEF_FIELDS]

test.each([
  ['brief', 'dau', '300 000 000', 300_000_000],
  ['brief', 'dau', '300\u2009000\u2009000', 300_000_000],
  ['brief', 'dau', '1_000', 1000],
  ['brief', 'peakQps', '12.4k', 12_400],
  ['brief', 'peakQps', '450 qps', 450],
  ['brief', 'dau', '2.1 B', 2_100_000_000],
  ['brief', 'dau', '5M', 5_000_000],
  ['brief', 'budgetPerMonth', '40 000', 40_000],
  ['brief', 'availabilityPct', '99.95 %', 99.95],
  ['brief', 'positiveRate', '2 %', 0.02],
  ['brief', 'positiveRate', '.02', 0.02],
  ['brief', 'corpusSize', '1e9', 1_000_000_000],
  ['ranker', 'modelParams', '48 M', 48_000_000],
  ['ranker', 'modelParams', '48 M params', 48_000_000],
  ['ranker', 'modelParams', 'external', 'external'],
  ['ranker', 'p99Ms', '62 ms', 62],
  ['ranker', 'p99Ms', '2 s', 2000],
  ['ranker', 'p99Ms', '-5', -5],
  ['ranker', 'replicas', '1 replica', 1],
  ['data-lake', 'storedGb', '1.5 TB', 1500],
  ['data-lake', 'gbPerDay', '2.6 TB/day', 2600],
  ['etl-job', 'cadenceSec', 'daily', 86_400],
  ['etl-job', 'cadenceSec', '15 min', 900],
  ['training-job', 'cadenceHours', 'daily', 24],
  ['training-job', 'cadenceHours', '30 days', 720],
  ['prediction-log', 'retentionDays', '1 year', 365],
  ['alerting', 'onCall', 'Yes', true],
  ['alerting', 'onCall', 'false', false],
  ['candidate-generator', 'method', 'Two tower', 'two-tower'],
  ['candidate-generator', 'method', 'dense passage', 'dense passage'],
  ['ranker', 'owner', '  Feed team ', 'Feed team'],
  ['offline-eval', 'metrics', 'ndcg|roc-auc', ['ndcg', 'roc-auc']],
  ['offline-eval', 'metrics', 'ndcg, roc-auc', ['ndcg', 'roc-auc']],
  ['offline-eval', 'metrics', '', []],
  ['brief', 'assumptions', 'Traffic is in one region, mostly mobile', ['Traffic is in one region, mostly mobile']],
  ['brief', 'assumptions', 'one region; mostly mobile', ['one region', 'mostly mobile']],
])('%s %s reads “%s”', (kind, key, text, value) => {
  expect(readValue(field(kind, key), text)).toEqual({ ok: true, value })
})

test.each([
  ['ranker', 'p99Ms', 'fast', 'Expected a number, got “fast”.', 'In ms, for example 20.'],
  ['ranker', 'p99Ms', '', 'Expected a number, got nothing.', 'In ms, for example 20.'],
  ['ranker', 'p99Ms', '20 GB', 'Cannot read “GB” after the number.', 'In ms, for example 20.'],
  ['brief', 'positiveRate', '0,5', 'A comma can be read two ways in “0,5”.', 'Write a point for the decimals: 0.5.'],
  ['brief', 'dau', '1,000', 'A comma can be read two ways in “1,000”.', 'Write 1 000 or, with decimals, 1.000.'],
  [
    'brief',
    'dau',
    '300,000,000',
    'A comma can be read two ways in “300,000,000”.',
    'Write 300 000 000, with spaces between the groups.',
  ],
  ['brief', 'positiveRate', 'rare', 'Expected a number, got “rare”.', 'A share from 0 to 1, for example 0.05.'],
  ['ranker', 'modelParams', 'big', 'Expected a number, got “big”.', 'In params, for example 48 M, or external.'],
  ['data-lake', 'storedGb', '5 T', 'Cannot read “T” after the number.', 'In GB, for example 500.'],
  ['brief', 'dau', '1e999', '“1e999” is too large.', 'In users, for example 200.'],
  ['alerting', 'onCall', 'maybe', 'Expected yes or no, got "maybe".', 'Write yes or no, or true or false.'],
  ['etl-job', 'op', '', 'Expected one word, got nothing.', 'One of clean, join, chunk, transcribe.'],
])('%s %s explains “%s”', (kind, key, text, message, hint) => {
  expect(readValue(field(kind, key), text)).toEqual({ ok: false, message, hint })
})

test('a value that was written plainly reads back as it was', () => {
  const numbers = FIELDS.filter(({ type }) => type === 'number')
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => value + 0)
  fc.assert(
    fc.property(fc.constantFrom(...numbers), finite, (field, value) => {
      expect(readValue(field, String(value))).toEqual({ ok: true, value })
      expect(isOfField(field, value)).toBeNull()
    }),
  )
  const lists = FIELDS.filter(({ type }) => type === 'list')
  const words = fc.array(fc.stringMatching(/^[a-z@]([a-z .-]*[a-z])?$/), { minLength: 2 })
  fc.assert(
    fc.property(fc.constantFrom(...lists), words, (field, value) => {
      expect(readValue(field, value.join('|'))).toEqual({ ok: true, value })
    }),
  )
})

test('whatever is typed, the reading is a value of the field or an explanation', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FIELDS), fc.string({ unit: 'grapheme' }), (field, text) => {
      const reading = readValue(field, text)
      if (reading.ok) expect(isOfField(field, reading.value)).toBeNull()
      else expect(reading.message).toMatch(/\.$/)
    }),
  )
})

test('a stored value of the wrong type is a sentence', () => {
  expect(isOfField(field('ranker', 'p99Ms'), 'fast')).toBe('Expected a number, got "fast". In ms, for example 20.')
  expect(isOfField(field('ranker', 'p99Ms'), Number.NaN)).toBe('Expected a number, got null. In ms, for example 20.')
  expect(isOfField(field('ranker', 'modelParams'), 'external')).toBeNull()
  expect(isOfField(field('ranker', 'modelParams'), 'External')).toContain('or external')
  expect(isOfField(field('ranker', 'stage'), 'medium')).toBeNull()
  expect(isOfField(field('ranker', 'stage'), 2)).toBe('Expected one word, got 2. One of light, heavy.')
  expect(isOfField(field('ranker', 'optional'), 'yes')).toBe('Expected true or false, got "yes".')
  expect(isOfField(field('ranker', 'owner'), 7)).toBe('Expected text, got 7.')
  expect(isOfField(field('retraining-trigger', 'policy'), ['drift', 1])).toBe(
    'Expected a list of words, got ["drift",1]. For example schedule|drift.',
  )
})

test('a number outside its range is of its type, and told apart', () => {
  expect(isOfField(field('ann-index', 'recall'), 1.2)).toBeNull()
  expect(outOfRange(field('ann-index', 'recall'), 1.2)).toBe('Recall cannot be above 1, got 1.2.')
  expect(outOfRange(field('ranker', 'p99Ms'), -5)).toBe('Own latency, p99 cannot be below 0, got -5.')
  expect(outOfRange(field('ranker', 'p99Ms'), 0)).toBeNull()
  expect(outOfRange(field('ranker', 'modelParams'), 'external')).toBeNull()
})

test.each([
  [0, undefined, '0'],
  [7, undefined, '7'],
  [0.412, undefined, '0.412'],
  [1447, undefined, '1_447'],
  [9999.7, undefined, '10k'],
  [12_400, undefined, '12.4k'],
  [999_950, undefined, '1_M'],
  [48_000_000, undefined, '48_M'],
  [2_100_000_000, undefined, '2.1_B'],
  [3.2e12, undefined, '3.2_T'],
  [1.24e18, undefined, '1.24e+18'],
  [-20, 'ms', '−20_ms'],
  [148, 'ms', '148_ms'],
  [4680, 'ms', '4_680_ms'],
  [90_000, 'ms', '1.5_min'],
  [5, '%', '5_%'],
  [99.999, '%', '99.999_%'],
  [12_400, 'requests/s', '12.4k_requests/s'],
  [1, 'replicas', '1_replica'],
  [2, 'replicas', '2_replicas'],
  [1, 'requests/s', '1_request/s'],
  [1, 'ms', '1_ms'],
  [30, 's', '30_s'],
  [900, 's', '15_min'],
  [86_400, 's', '1_day'],
  [36, 'hours', '1.5_days'],
  [365, 'days', '365_days'],
  [900_000, 'GB', '900_TB'],
  [0.5, 'GB', '500_MB'],
  [2600, 'GB/day', '2.6_TB/day'],
  [200, 'bytes', '200_bytes'],
  [4, 'US dollars/h', '$4/h'],
  [0.4, 'US dollars', '$0.40'],
  [38_000, 'US dollars/month', '$38k/month'],
  [Number.POSITIVE_INFINITY, 'ms', '–'],
])('%d %s reads %s, with thin spaces', (value, unit, text) => {
  expect(formatNumber(value, unit)).toBe(text.replaceAll('_', '\u2009'))
})

test.each([
  ['etl-job', 'cadenceSec', 86_400, 'daily'],
  ['etl-job', 'cadenceSec', 3600, 'hourly'],
  ['etl-job', 'cadenceSec', 900, 'every 15_min'],
  ['training-job', 'cadenceHours', 24, 'daily'],
  ['training-job', 'cadenceHours', 168, 'weekly'],
  ['training-job', 'cadenceHours', 720, 'every 30_days'],
  ['ranker', 'p99Ms', 62, '62_ms'],
  ['ranker', 'modelParams', 800_000_000, '800_M_params'],
  ['llm', 'modelParams', 'external', 'external'],
  ['data-lake', 'storedGb', 900_000, '900_TB'],
  ['cache', 'hitRate', 0.9, '90_%'],
  ['candidate-generator', 'candidatesOut', 500, '500_candidates'],
  ['data-validation', 'blocking', true, 'Blocking'],
  ['data-validation', 'blocking', false, 'Blocking: no'],
  ['offline-eval', 'metrics', ['ndcg', 'mrr'], 'ndcg, mrr'],
  ['offline-eval', 'metrics', ['ndcg', 'mrr', 'map', 'hit-rate'], 'ndcg, mrr_+2'],
  ['fallback', 'strategy', 'most\n popular ', 'most popular'],
])('a card shows %s %s = %j as %s', (kind, key, value, text) => {
  expect(formatProp(field(kind, key), value)).toBe(text.replaceAll('_', '\u2009'))
})

function field(kind: string, key: string): Field {
  const found = kind === 'brief' ? BRIEF_FIELDS.find(field => field.key === key) : fieldOfKind(kindOf(kind), key)
  if (!found) throw new Error(`no field ${kind} ${key}`)
  return found
}
