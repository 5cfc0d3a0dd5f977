import { expect, test } from 'vitest'
import { placesInPlan } from '../../src/plan/places'

const PLAN = `# A plan
  title "Feed" author="Ada"
brief peakQps=10; brief dau=5
client -> app-service -> rk
rk ranker "Ranker" p99Ms=70
group online
waive no-fallback @rk "Why." {id=w1}
`

test('gives where a plan writes its records: line, column and length of the word', () => {
  const places = placesInPlan(PLAN)
  expect({
    title: places.title(),
    brief: places.brief(),
    answer: places.brief('dau'),
    otherAnswer: places.brief('corpusSize'),
    declared: places.record('rk'),
    named: places.record('app-service'),
    property: places.record('rk', 'p99Ms'),
    noProperty: places.record('rk', 'replicas'),
    group: places.record('online'),
    waiver: places.record('w1'),
    unknown: places.record('constructor'),
  }).toEqual({
    title: { line: 2, column: 3, length: 5 },
    brief: { line: 3, column: 7, length: 7 },
    answer: { line: 3, column: 25, length: 3 },
    otherAnswer: { line: 3, column: 7, length: 7 },
    declared: { line: 5, column: 1, length: 2 },
    named: { line: 4, column: 11, length: 11 },
    property: { line: 5, column: 20, length: 5 },
    noProperty: { line: 5, column: 1, length: 2 },
    group: { line: 6, column: 7, length: 6 },
    waiver: { line: 7, column: 34, length: 2 },
    unknown: null,
  })
})

test('a plan without title and brief has no place for them', () => {
  const places = placesInPlan('client -> app-service\n')
  expect([places.title(), places.brief(), places.brief('dau')]).toEqual([null, null, null])
})
