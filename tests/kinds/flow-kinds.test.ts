import { expect, test } from 'vitest'
import { allowedKinds, defaultFlowKind, FLOW_NAMES, isAllowedPair, refusal } from '../../src/kinds/flow-kinds'
import { KINDS } from '../../src/kinds/index'
import { FLOW_KINDS } from '../../src/model/design'

const ALLOWED = [
  'client -request-> gateway',
  'app-service -request-> feature-store-online',
  'candidate-generator -request-> ann-index',
  'safe-rollout -request-> online-inference',
  'app-service -async-> event-stream',
  'decision-policy -async-> human-review',
  'event-stream -async-> online-inference',
  'data-source -data-> data-validation',
  'feature-store-offline -data-> dataset-builder',
  'app-service -data-> data-lake',
  'client -stream-> event-stream',
  'feature-pipeline-stream -stream-> feature-store-online',
  'training-job -artifact-> training-job',
  'embedding-job -artifact-> ann-index',
  'safe-rollout -artifact-> llm',
  'drift-monitor -trigger-> retraining-trigger',
  'retraining-trigger -trigger-> training-job',
  'alerting -trigger-> fallback',
  'human-review -feedback-> annotation',
  'prediction-log -feedback-> label-join',
  'client -metric-> service-monitor',
  'training-job -metric-> experiment-tracker',
  'app-service -fallback-> fallback',
  'app-service -fallback-> prediction-store',
]

const REFUSED = [
  'client -data-> training-job',
  'client -stream-> training-job',
  'client -feedback-> training-job',
  'app-service -request-> feature-store-offline',
  'app-service -request-> data-lake',
  'app-service -request-> batch-inference',
  'ranker -request-> training-job',
  'ann-index -request-> training-job',
  'drift-monitor -data-> client',
  'performance-monitor -request-> client',
  'service-monitor -metric-> client',
  'model-registry -data-> feature-store-offline',
  'model-registry -artifact-> feature-store-online',
  'alerting -data-> model',
  'data-lake -request-> app-service',
  'training-job -fallback-> fallback',
  'ranker -feedback-> label-join',
  'app-service -trigger-> training-job',
  'app-service -request-> human-review',
]

test.each(ALLOWED)('%s is allowed', line => {
  expect(isAllowed(line)).toBe(true)
  expect(refusal(...endsOf(line))).toBeNull()
})

test.each(REFUSED)('%s is refused, with a sentence', line => {
  expect(isAllowed(line)).toBe(false)
  expect(refusal(...endsOf(line))).toMatch(/^[A-Z].* cannot .*: .*\.$/)
})

test.each([
  ['client', 'training-job'],
  ['drift-monitor', 'client'],
  ['model-registry', 'feature-store-offline'],
  ['model-registry', 'feature-store-online'],
])('no kind of flow runs from %s to %s', (source, target) => {
  expect(allowedKinds(source, target)).toEqual([])
})

test('notes, cards of the brief, components and unknown kinds take any flow both ways', () => {
  for (const kind of ['note', 'brief-card', 'component', 'somebody-elses-box']) {
    expect(allowedKinds(kind, 'client')).toEqual(FLOW_KINDS)
    expect(allowedKinds('training-job', kind)).toEqual(FLOW_KINDS)
  }
})

test('a flow of another tool’s kind is not judged', () => {
  expect(isAllowedPair('teleport', 'client', 'training-job')).toBe(true)
  expect(refusal('client', 'training-job', 'teleport')).toBeNull()
})

test('a request into a client is an answer drawn as an arrow, from blocks that can answer', () => {
  const sources = KINDS.filter(kind => isAllowedPair('request', kind.id, 'client')).map(kind => kind.id)
  expect(sources).toEqual(expect.arrayContaining(['app-service', 'gateway', 'prediction-store', 'llm']))
  expect(sources).not.toContain('client')
  expect(sources).not.toContain('drift-monitor')
  expect(sources).not.toContain('data-lake')
})

test.each([
  [
    'a client to a training job',
    'client',
    'training-job',
    undefined,
    'A client cannot feed a training job: batch data starts at a data source, a stream or a store.',
  ],
  [
    'a call to a training job',
    'ann-index',
    'training-job',
    'request',
    'An ANN index cannot call a training job: calls start at a client or at a block that serves one. Possible here: batch data.',
  ],
  [
    'a call to an offline store',
    'app-service',
    'feature-store-offline',
    'request',
    'An application service cannot call an offline feature store: a call ends at a block that answers at once. Possible here: batch data or a stream.',
  ],
  [
    'an arrow the wrong way round',
    'service-monitor',
    'app-service',
    undefined,
    'A service monitor cannot feed an application service: batch data starts at a data source, a stream or a store. The other direction works, as a metric.',
  ],
  [
    'a registry to a feature store',
    'model-registry',
    'feature-store-online',
    undefined,
    'A model registry cannot feed an online feature store: a registry holds models, a feature store holds values by entity.',
  ],
  [
    'an alert to a model',
    'alerting',
    'model',
    'data',
    'Alerting cannot feed a model: batch data starts at a data source, a stream or a store.',
  ],
  [
    'training set up as an alarm',
    'training-job',
    'retraining-trigger',
    'trigger',
    'A training job cannot start a retraining trigger: triggers come from monitors, alerts, checks and reviewers. The other direction works, as a trigger.',
  ],
])('refusing %s says why and what is possible', (_, source, target, kind, sentence) => {
  expect(refusal(source, target, kind)).toBe(sentence)
})

test('every refused pair of kinds has a plain sentence that names both', () => {
  for (const source of KINDS)
    for (const target of KINDS) {
      const sentence = refusal(source.id, target.id)
      expect(sentence === null).toBe(allowedKinds(source.id, target.id).length > 0)
      if (sentence !== null) expect(sentence).toMatch(/^(An? )?[A-Z]?.+ cannot .+: [^/]+\.$/)
    }
})

test.each([
  ['ranker', 'drift-monitor', 'metric'],
  ['training-job', 'experiment-tracker', 'metric'],
  ['drift-monitor', 'alerting', 'metric'],
  ['app-service', 'fallback', 'fallback'],
  ['retraining-trigger', 'training-job', 'trigger'],
  ['performance-monitor', 'retraining-trigger', 'trigger'],
  ['alerting', 'retraining-trigger', 'trigger'],
  ['human-review', 'annotation', 'feedback'],
  ['feedback-collector', 'label-join', 'feedback'],
  ['client', 'feedback-collector', 'feedback'],
  ['app-service', 'prediction-log', 'feedback'],
  ['training-job', 'offline-eval', 'artifact'],
  ['offline-eval', 'model-registry', 'artifact'],
  ['model-registry', 'safe-rollout', 'artifact'],
  ['safe-rollout', 'ranker', 'artifact'],
  ['embedding-job', 'ann-index', 'artifact'],
  ['online-experiment', 'safe-rollout', 'trigger'],
  ['decision-policy', 'human-review', 'async'],
  ['client', 'event-stream', 'stream'],
  ['event-stream', 'label-join', 'stream'],
  ['feature-pipeline-stream', 'feature-store-online', 'stream'],
  ['client', 'gateway', 'request'],
  ['app-service', 'client', 'request'],
  ['candidate-generator', 'ann-index', 'request'],
  ['ranker', 'feature-store-online', 'request'],
  ['data-source', 'data-validation', 'data'],
  ['dataset-builder', 'training-job', 'data'],
  ['batch-inference', 'prediction-store', 'data'],
  ['feature-store-offline', 'feature-store-online', 'data'],
])('a plain arrow from %s to %s is %s', (source, target, kind) => {
  expect(defaultFlowKind(source, target)).toBe(kind)
})

test('a plain arrow never takes a kind that is refused while batch data is allowed', () => {
  for (const source of KINDS)
    for (const target of KINDS) {
      const kind = defaultFlowKind(source.id, target.id)
      expect(kind === 'data' || isAllowedPair(kind, source.id, target.id)).toBe(true)
    }
})

test('the legend has words for every kind of flow', () => {
  expect(Object.keys(FLOW_NAMES).toSorted()).toEqual([...FLOW_KINDS].toSorted())
  expect(
    Object.values(FLOW_NAMES).filter(({ name, what, carries }) => !name || !what.endsWith('.') || !carries),
  ).toEqual([])
})

function endsOf(line: string): [source: string, target: string, kind: string] {
  const [, source = '', kind = '', target = ''] = /^(\S+) -(\w+)-> (\S+)$/.exec(line) ?? []
  return [source, target, kind]
}

function isAllowed(line: string): boolean {
  const [source, target, kind] = endsOf(line)
  return isAllowedPair(kind, source, target)
}
