import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { THIN_SPACE } from '../../src/kinds/figures'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'
import fallbackNeverTriggers from '../../src/rules/fallback-never-triggers'
import humanInSyncPath from '../../src/rules/human-in-sync-path'
import invalidConnection from '../../src/rules/invalid-connection'
import { lint } from '../../src/rules/lint'
import noCandidateGeneration from '../../src/rules/no-candidate-generation'
import type { Rule } from '../../src/rules/rule'
import singlePointOfFailure from '../../src/rules/single-point-of-failure'

const said = (design: Design, ...rules: Rule[]) =>
  lint(graphOf(design), { rules, review: true }).map(
    ({ severity, message }) => `${severity}: ${message.replaceAll(THIN_SPACE, ' ')}`,
  )

const timeouts = (design: Design) =>
  lint(graphOf(design), { rules: [fallbackNeverTriggers], review: true }).flatMap(({ fixes }) =>
    fixes.flatMap(fix =>
      'edit' in fix ? fix.edit.changes.map(change => ('to' in change ? [change.id, change.to] : [])) : [],
    ),
  )

test('a ranker without retrieval is told how many scores a second that is', () => {
  expect(
    said(sketch`brief corpusSize=2000000 peakQps=4000; client -> app-service -> ranker`, noCandidateGeneration),
  ).toEqual([
    'error: No candidate generation: “Ranker” scores all 2 M items for each request, 4 000 requests/s x 2 M items = 8 B scores/s.',
  ])
})

test('a store that could be the search makes it a question', () => {
  const plan = sketch`brief corpusSize=2000000; os operational-store "Catalogue"; client -> app-service -> os, ranker`
  expect(said(plan, noCandidateGeneration)).toEqual([
    'warning: Nothing says that “Catalogue” supplies candidates: otherwise “Ranker” scores all 2 M items for each request, which no ranker does in time.',
  ])
})

test('an availability target is told as the outage that it leaves in a month', () => {
  const plan = sketch`brief availabilityPct=99.95; inf online-inference replicas=3; client -> app-service -> inf`
  expect(said(plan, singlePointOfFailure)).toEqual([
    'info: All requests pass “Application service” and nothing says that it runs twice: 99.95 % leaves 21.9 min of outage a month.',
  ])
})

test('a request that waits for people is one finding, not an invalid connection as well', () => {
  const plan = sketch`hr human-review "Analysts" slaHours=48; client -> app-service -request-> hr`
  expect(said(plan, humanInSyncPath, invalidConnection)).toEqual([
    'error: “Application service” waits for people at “Analysts”: they answer within 2 days, and the request times out.',
  ])
})

test('a timeout is what the target leaves after everything else and the fallback', () => {
  const plan = sketch`
    brief latencyP99Ms=200; app app-service p99Ms=20; fon feature-store-online p99Ms=10; rk ranker p99Ms=60; fb fallback p99Ms=5
    client -> app -> fon, rk; app -> fb
  `
  // 200 - (20 + 10) - 5: the ranker may take 165 ms.
  expect(timeouts(plan)).toEqual([['app-request-rk', 165]])
})

test('without p99 values a timeout is half the target, and without a target a second', () => {
  expect(timeouts(sketch`brief latencyP99Ms=200; client -> app-service -> ranker; app-service -> fallback`)).toEqual([
    ['app-service-request-ranker', 100],
  ])
  expect(timeouts(sketch`client -> app-service -> ranker; app-service -> fallback`)).toEqual([
    ['app-service-request-ranker', 1000],
  ])
})
