import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { verdictLabels } from '../../src/graph/verdicts'
import type { Design } from '../../src/model/design'
import { sketch } from '../../src/plan/sketch'

const loops = (design: Design) =>
  verdictLabels(graphOf(design)).map(({ decider, labels, isClosed }) => [
    decider.id,
    labels.map(each => each.id),
    isClosed,
  ])

test('verdicts on a score that become labels close a loop, however the decider gets the score', () => {
  const closed = [['decision-policy', ['label-join'], true]]
  expect(loops(sketch`online-inference -stream-> decision-policy -feedback-> label-join`)).toEqual(closed)
  expect(loops(sketch`app-service -> ranker; app-service -> decision-policy -feedback-> label-join`)).toEqual(closed)
  expect(loops(sketch`client -> decision-policy -> ranker; decision-policy -feedback-> label-join`)).toEqual(closed)
  expect(
    loops(sketch`
      batch-inference -> prediction-store; app-service -> prediction-store
      app-service -> decision-policy -feedback-> label-join
    `),
  ).toEqual(closed)
})

test('the first decider answers for those behind it', () => {
  expect(loops(sketch`app-service -> llm; app-service -> decision-policy -> human-review -> annotation`)).toEqual([
    ['decision-policy', ['annotation'], true],
  ])
})

test('a random share anywhere on the way opens the loop', () => {
  const open = [['decision-policy', ['annotation'], false]]
  const review = sketch`hr human-review auditShare=0.01; app-service -> llm; app-service -> decision-policy -> hr -> annotation`
  expect(loops(review)).toEqual(open)
  const policy = sketch`
    decision-policy decision-policy holdoutShare=0.01
    app-service -> llm; app-service -> decision-policy -> human-review -> annotation
  `
  expect(loops(policy)).toEqual(open)
})

test('outcomes, items or reports from outside the decision open the loop', () => {
  const reviewed = (outside: string) =>
    loops(sketch`app-service -> llm; app-service -> decision-policy -> human-review -> label-join; ${outside}`)
  const open = [['decision-policy', ['label-join'], false]]
  expect(reviewed('event-stream -> data-validation -stream-> label-join')).toEqual(open)
  expect(reviewed('client -feedback-> feedback-collector -> human-review')).toEqual(open)
  expect(reviewed('app-service -> prediction-log -> label-join')).toEqual([['decision-policy', ['label-join'], true]])
})

test('decisions that are only logged are no labels, nor are those among other events', () => {
  expect(loops(sketch`app-service -> llm; app-service -> decision-policy -> prediction-log -> label-join`)).toEqual([])
  const shared = sketch`app-service -> llm; client, app-service -> event-stream; app-service -> decision-policy -> event-stream -> label-join`
  expect(loops(shared)).toEqual([])
  const own = sketch`app-service -> llm; app-service -> decision-policy -> event-stream -> label-join`
  expect(loops(own)).toEqual([['decision-policy', ['label-join'], true]])
})

test('a decider on which no model is behind closes no loop', () => {
  expect(loops(sketch`app-service -> decision-policy -> human-review -> annotation`)).toEqual([])
  expect(loops(sketch`app-service -> ranker; feedback-collector -> human-review -> annotation`)).toEqual([])
})
