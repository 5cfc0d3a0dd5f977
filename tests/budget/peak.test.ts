import { expect, test } from 'vitest'
import { loadOfUsers, meanShareOfPeak, peakLoad } from '../../src/budget/peak'
import { graphOf } from '../../src/graph/graph'
import { sketch } from '../../src/plan/sketch'

test('users × requests through the seconds of a day is the mean, times the peak factor the peak', () => {
  const { brief } = graphOf(sketch`brief dau=300000000 requestsPerUserPerDay=5 peakFactor=2.6`)
  const users = [
    { label: 'Daily active users', value: 300_000_000, unit: 'users', at: { brief: 'dau' } },
    {
      label: 'Requests per user and day',
      value: 5,
      unit: 'requests/day',
      at: { brief: 'requestsPerUserPerDay' },
    },
    { label: 'Seconds in a day', value: 86_400, unit: 's' },
  ]
  expect(loadOfUsers(brief)).toEqual({
    mean: {
      value: 1_500_000_000 / 86_400,
      unit: 'requests/s',
      terms: users,
      formula: '300\u2009M\u2009users × 5\u2009requests/day / 86 400 s = 17.4k\u2009requests/s',
    },
    peak: {
      value: (1_500_000_000 / 86_400) * 2.6,
      unit: 'requests/s',
      terms: [...users, { label: 'Peak factor', value: 2.6, at: { brief: 'peakFactor' } }],
      formula: '300\u2009M\u2009users × 5\u2009requests/day / 86 400 s × 2.6 = 45.1k\u2009requests/s',
    },
  })
})

test('without a peak factor it is 2.5, and said to be assumed', () => {
  const users = loadOfUsers(graphOf(sketch`brief dau=86400 requestsPerUserPerDay=10`).brief)
  expect(users).toMatchObject({
    peak: { value: 25, terms: [{}, {}, {}, { label: 'Peak factor', value: 2.5, isAssumed: true }] },
  })
})

test('what the brief lacks for the users is named', () => {
  expect(loadOfUsers(graphOf(sketch`brief dau=0 peakQps=4`).brief)).toEqual({
    missing: [{ brief: 'dau' }, { brief: 'requestsPerUserPerDay' }],
  })
})

test('a stated peak load goes before the users', () => {
  expect(peakLoad(graphOf(sketch`brief dau=86400 requestsPerUserPerDay=10 peakQps=40`))).toEqual({
    value: 40,
    unit: 'requests/s',
    terms: [{ label: 'Peak load', value: 40, unit: 'requests/s', at: { brief: 'peakQps' } }],
    formula: '40\u2009requests/s',
  })
})

test('the mean is the users’ share of the peak, or one through the peak factor', () => {
  const share = (brief: string) => meanShareOfPeak(graphOf(sketch`brief ${brief}`)).value
  expect(share('dau=86400 requestsPerUserPerDay=10 peakQps=40')).toBe(0.25)
  expect(share('peakQps=40')).toBe(0.4)
  expect(share('peakFactor=4')).toBe(0.25)
  // The users bring more on average than the peak is said to be: one of the two is wrong.
  expect(share('dau=86400 requestsPerUserPerDay=100 peakQps=40')).toBe(0.4)
})
