import { expect, test } from 'vitest'
import { ageOf } from '../../../src/budget/age'
import { graphOf } from '../../../src/graph/graph'
import type { Design } from '../../../src/model/design'
import { applyEdit } from '../../../src/model/edit'
import { sketch } from '../../../src/plan/sketch'
import { allowedDelay, producersOn, refreshSooner, streamFeatures } from '../../../src/rules/fixes/fresher'

const ageAt = (design: Design, id: string) => ageOf(graphOf(design), graphOf(design).block(id)!)!

const chain = sketch`
  a etl-job "Clean" cadenceSec=600; b feature-pipeline-batch "Counts" cadenceSec=3600; c batch-inference "Scores" cadenceSec=86400
  data-source -> a -> b -> c -> prediction-store
`

test('producers come slowest first', () => {
  expect(producersOn(ageAt(chain, 'prediction-store')).map(block => block.id)).toEqual(['c', 'b', 'a'])
})

test('what quick producers do not use is left to the slow ones', () => {
  const producers = producersOn(ageAt(chain, 'prediction-store'))
  expect([90_600, 10_000, 3000, 4, 2].map(sec => allowedDelay(producers, sec))).toEqual([86_400, 5800, 1200, 1, null])
})

test('only the producers that are too slow are run more often', () => {
  const age = ageAt(chain, 'prediction-store')
  const fix = refreshSooner(graphOf(chain), age, 10_000)!
  const after = applyEdit(chain, fix.edit)
  expect(fix.title).toBe('refresh “Scores” within 1.611\u2009h')
  expect(['a', 'b', 'c'].map(id => after.blocks[id]?.props.cadenceSec)).toEqual([600, 3600, 5800])
  expect(ageAt(after, 'prediction-store').value).toBe(10_000)
})

test('a job is not asked to run more often than it can, nor than every five minutes', () => {
  const busy = sketch`c batch-inference cadenceSec=86400 itemsPerRun=1000 itemsPerSec=1; c -> prediction-store`
  const refresh = (sec: number) => refreshSooner(graphOf(busy), ageAt(busy, 'prediction-store'), sec)?.title
  expect([refresh(999), refresh(1000)]).toEqual([undefined, 'refresh “Batch inference” within 16.67\u2009min'])
  const idle = sketch`c batch-inference cadenceSec=86400; c -> prediction-store`
  const other = (sec: number) => refreshSooner(graphOf(idle), ageAt(idle, 'prediction-store'), sec)?.title
  expect([other(299), other(300)]).toEqual([undefined, 'refresh “Batch inference” within 5\u2009min'])
})

function streamed(design: Design, allowedSec = 60) {
  const graph = graphOf(design)
  const fix = streamFeatures(graph, graph.block('fs')!, { age: ageAt(design, 'fs'), allowedSec })
  const after = fix && applyEdit(design, fix.edit)
  return (
    fix && {
      title: fix.title,
      into: Object.values(after!.flows)
        .filter(flow => flow.target === 'fs')
        .map(flow => flow.source),
    }
  )
}

test('streaming features that the design has for the same data are used', () => {
  const design = sketch`
    fs feature-store-online; fpb feature-pipeline-batch cadenceSec=3600; fps feature-pipeline-stream "Counters" lagSec=5
    event-stream -> fpb -> fs; event-stream -> fps -> feature-store-offline -> dataset-builder -> training-job
  `
  expect(streamed(design)).toEqual({ title: 'feed it from “Counters”', into: ['fpb', 'fps'] })
})

test('streaming features that training never sees are not: new ones share its code and its checks', () => {
  const design = sketch`
    fs feature-store-online; fpb feature-pipeline-batch cadenceSec=3600; fps feature-pipeline-stream lagSec=5
    event-stream -> pii-anonymizer -> data-validation -> fpb -> fs; event-stream -> fps
  `
  const graph = graphOf(design)
  const fix = streamFeatures(graph, graph.block('fs')!, { age: ageAt(design, 'fs'), allowedSec: 60 })!
  const after = applyEdit(design, fix.edit)
  expect(fix.title).toBe('add streaming features')
  expect(after.blocks['fs-stream']).toEqual({
    id: 'fs-stream',
    kind: 'feature-pipeline-stream',
    label: 'Streaming features',
    props: { sharedTransform: true },
  })
  expect(Object.keys(after.flows).filter(id => id.includes('fs-stream'))).toEqual([
    'data-validation-stream-fs-stream',
    'fs-stream-stream-fs',
  ])
})

test('without events they get a stream of their own, and where features stream already none are added', () => {
  const batch = sketch`fs feature-store-online; fpb feature-pipeline-batch cadenceSec=3600; data-lake -> fpb -> fs`
  const stream = sketch`fs feature-store-online; fps feature-pipeline-stream lagSec=90; event-stream -> fps -> fs`
  expect(streamed(batch)).toEqual({ title: 'add streaming features', into: ['fpb', 'fs-stream'] })
  expect(streamed(stream)).toBe(null)
})
