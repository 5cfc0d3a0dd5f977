import { expect, test } from 'vitest'
import { regionsOf } from '../../src/cli/regions'
import { designText } from '../../src/model/text'
import { designOf } from '../../src/plan/sketch'

const PLAN = 'title "Feed"\nbrief peakQps=10\nrk ranker "Ranker" p99Ms=70\nclient -> app-service -> rk\n'
const design = designOf(PLAN)

const SPOTS = [
  { at: ['rk', 'client'] },
  { at: ['rk'], field: 'p99Ms' },
  { at: ['rk'], field: 'replicas' },
  { at: [], field: 'peakQps' },
  { at: [], field: 'businessGoal' },
  { at: [] },
  { at: ['app-service-request-rk'] },
]

/** The text of each region. */
function texts(text: string, format: 'plan' | 'json', spots = SPOTS): string[] {
  const lines = text.split('\n')
  return regionsOf({ text, format, design }, spots).map(({ line, column, length }) =>
    (lines[line - 1] ?? '').slice(column - 1, column - 1 + length),
  )
}

test('a finding stands at its property or block in a design file, else at the brief', () => {
  expect(texts(designText(design), 'json')).toEqual([
    '"rk"',
    '"p99Ms"',
    '"props"',
    '"peakQps"',
    '"design"',
    '"design"',
    '"app-service-request-rk"',
  ])
})

test('and in plan text, where a flow that is not named stands at the title', () => {
  expect(texts(PLAN, 'plan')).toEqual(['rk', 'p99Ms', 'rk', 'peakQps', 'peakQps', 'peakQps', 'title'])
})

test('without a brief it stands at the title, without a title at the start', () => {
  const bare = designOf('client -> app-service')
  const json = designText(bare)
  const regions = [json, '{ "schema": 1 }'].map(text => regionsOf({ text, format: 'json', design: bare }, [{ at: [] }]))
  expect(regions).toEqual([[{ line: 5, column: 7, length: 7 }], [{ line: 1, column: 1, length: 1 }]])
  expect(regionsOf({ text: 'client', format: 'plan', design: bare }, [{ at: [], field: 'dau' }])).toEqual([
    { line: 1, column: 1, length: 1 },
  ])
})
