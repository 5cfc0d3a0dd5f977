import { expect, test } from 'vitest'
import { BRIEF_FIELDS, briefField, CARD_SHOWS, cardContent } from '../../src/kinds/brief'
import { FLOW_FIELDS } from '../../src/kinds/flow-kinds'
import { ICONS } from '../../src/kinds/icons'
import { commonFields, KINDS, kindOf } from '../../src/kinds/index'
import type { Field } from '../../src/kinds/kind'
import { STEP_NAMES, stepNumber } from '../../src/kinds/steps'
import { STEPS } from '../../src/model/design'

/**
 * The vocabulary, one line a kind: a/b is a choice, `?` a yes/no, `[]` a list, `%` a share from 0 to 1, `"` text,
 * anything else a number. Choices in the order of the menu; fields in any order.
 */
const EXPECTED: Readonly<Record<string, string>> = {
  'data-source':
    'sourceType app-db/warehouse/files/third-party/crawl; gbPerDay; retentionDays; trust first-party/user-generated/third-party; curated ?; labelled ?; rowsPerEntity',
  'event-stream':
    'eventsPerSec; bytesPerEvent; retentionHours; capacityGb; trust first-party/user-generated/third-party',
  'data-lake': 'storedGb; gbPerDay; retentionDays; capacityGb; replication; curated ?',
  'etl-job': 'cadenceSec; op clean/join/chunk/transcribe',
  'data-validation': 'blocking ?; schemaVersioned ?',
  'pii-anonymizer': 'technique "; reversible ?',
  annotation: 'labelsPerDay; costPerLabel; overlap; agreement %; activeLearning ?; rowsPerEntity',
  'label-join':
    'labelType natural/weak/synthetic; labelDelayHours; windowHours; delayHandling "; positiveRate %; spamFilter ?',
  'dataset-builder':
    'split time/entity/random/none; pointInTime ?; sampling "; negSampling %; importanceWeighted ?; classWeighted ?; examples; versioned ?; augmentation "; validationSplit ?',
  'feature-pipeline-batch': 'cadenceSec; itemsPerRun; itemsPerSec; validates ?; sharedTransform ?',
  'feature-pipeline-stream': 'lagSec; windowSec; validates ?; sharedTransform ?',
  'feature-store-offline': 'storedGb; features',
  'feature-store-online': 'p99Ms; ttlSec; freshnessSec',
  model:
    'family "; params; precision fp32/bf16/fp16/fp8/int8/int4; objectives []; learning supervised/self-supervised/unsupervised/rl; compression none/distil/quantise/prune; maxStalenessHours',
  'pretrained-model': 'version "; licence "; provenance "',
  'training-job':
    'mode batch/continual/online; cadenceHours; learning supervised/self-supervised/unsupervised/rl; gpuHours; modelParams; embeddingParams; gpuMemGb; gpusPerReplica; tracking ?; tuned ?; seedFixed ?',
  'hyperparameter-tuning': 'trials; method grid/random/bayes',
  'experiment-tracker': '',
  'embedding-job': 'cadenceSec; lagSec; itemsPerRun; itemsPerSec',
  'model-registry': 'versioned ?; approval manual/auto',
  'offline-eval': 'method holdout/backtest/replay/raters/llm-judge; metrics []; slices []; baseline "; gate ?',
  'online-experiment':
    'method ab/interleaving/switchback/holdout/bandit; unit user/session/card/cluster/region/region-hour; rampPercent; metrics []',
  'safe-rollout': 'method shadow/canary/blue-green; trafficPercent; rollback ?; autoRollback ?',
  client: 'trafficShare %; edge ?',
  gateway: 'rateLimit',
  'app-service': 'loadBalanced ?',
  cache: 'hitRate %; ttlSec',
  'operational-store': 'storeType "',
  'online-preprocessor': 'sharedTransform ?',
  'ann-index': 'vectors; dim; bytesPerDim; overheadBytes; memGb; shards; recall %; accessFilter ?; retentionDays',
  'candidate-generator':
    'method two-tower/embedding/collaborative/graph-model/bandit/heuristic/geo/popularity/content; candidatesOut; queryBy vector/item-id; hosted ?',
  ranker:
    'stage light/heavy; candidatesIn; candidatesOut; positionBias none/feature/shallow-tower/ips/not-positional; objectives []; objectiveWeights []; modelParams; precision fp32/bf16/fp16/fp8/int8/int4; gpuMemGb; optional ?',
  're-ranker': 'explorationShare %; fairness ?',
  'online-inference':
    'mode request/stream/edge; fit trained/at-scoring; modelParams; precision fp32/bf16/fp16/fp8/int8/int4; gpuMemGb; gpusPerReplica; batchSize; hosted ?',
  'batch-inference':
    'cadenceSec; itemsPerRun; itemsPerSec; fit trained/at-scoring; modelParams; precision fp32/bf16/fp16/fp8/int8/int4; gpuMemGb; positionBias none/feature/shallow-tower/ips/not-positional',
  'prediction-store': 'storedGb; freshnessSec',
  'decision-policy':
    'action allow/block/remove/rank/promise; thresholds "; holdoutShare %; explorationShare %; auditShare %',
  fallback: 'strategy "',
  'human-review': 'itemsPerDay; slaHours; auditShare %',
  'prompt-builder': 'versioned ?; tokensIn',
  llm: 'modelParams; hosted ?; precision fp32/bf16/fp16/fp8/int8/int4; gpuMemGb; gpusPerReplica; kvGb; layers; kvHeads; headDim; tokens; concurrency; tokensOut; pricePer1kTokens',
  guardrail: 'side input/output/both; checks []',
  'prediction-log': 'logsFeatures ?; gbPerDay; retentionDays; capacityGb; sampleRate %',
  'feedback-collector': '',
  'drift-monitor': 'windowHours; method psi/ks/js',
  'performance-monitor': 'windowHours; metrics []',
  'service-monitor': 'slo "',
  alerting: 'onCall ?',
  'retraining-trigger': 'policy []',
  note: '',
  'brief-card': 'shows goal/scale/service-level/assumption/task/objective/metric/baseline',
  component: '',
}

test.each(Object.entries(EXPECTED))('%s has the fields of the vocabulary', (id, line) => {
  expect(sorted(kindOf(id).fields)).toEqual(line === '' ? [] : line.split('; ').toSorted())
})

test('the vocabulary names every kind', () => {
  expect(Object.keys(EXPECTED).toSorted()).toEqual(KINDS.map(kind => kind.id).toSorted())
})

test('every block has replicas, capacity, latency, cost, an owner and a word on personal data', () => {
  expect(commonFields.map(spelled)).toEqual([
    'replicas',
    'qpsPerReplica',
    'p50Ms',
    'p99Ms',
    'costPerHour',
    'owner "',
    'containsPii ?',
    'piiHandling none/tokenised/consented/restricted-access',
  ])
})

test('a flow has a stage, shares, limits and a lag', () => {
  expect(sorted(FLOW_FIELDS)).toEqual([
    'callsPerRequest',
    'lagged ?',
    'maxIterations',
    'stage',
    'timeoutMs',
    'trafficShare %',
  ])
})

test('the brief asks its questions in the order of the panel', () => {
  expect(STEPS.map(step => [step, BRIEF_FIELDS.filter(field => field.step === step).map(spelled)])).toEqual([
    [
      'clarify',
      [
        'businessGoal "',
        'successMetric "',
        'scope full/serving/training/experiment/data',
        'dau',
        'requestsPerUserPerDay',
        'peakFactor',
        'peakQps',
        'itemsPerDay',
        'corpusSize',
        'latencyP99Ms',
        'availabilityPct',
        'freshnessSec',
        'indexFreshnessSec',
        'budgetPerMonth',
        'userFacing ?',
        'personalised ?',
        'containsPii ?',
        'highStakes ?',
        'networkEffects ?',
        'multiTenant ?',
        'assumptions []',
        'outOfScope []',
      ],
    ],
    [
      'frame',
      [
        'mlTask classification/regression/ranking/retrieval/recommendation/detection/generation/forecasting/clustering/anomaly-detection/translation/extraction/control',
        'predictionMode online/batch/stream/edge',
        'mlObjective "',
        'inputs "',
        'outputs "',
        'nonMlBaseline "',
        'needsCalibration ?',
        'offlineMetrics []',
        'onlineMetrics []',
        'guardrailMetrics []',
      ],
    ],
    ['data', ['positiveRate %', 'coldStartPlan "']],
    ['model', []],
    ['evaluate', []],
    ['serve', []],
    ['monitor', []],
  ])
  expect(briefField('availabilityPct')).toMatchObject({ min: 0, max: 100, unit: '%' })
  expect(briefField('constructor')).toBeUndefined()
})

test('cards show questions that the brief has, four of each of the first two steps', () => {
  const cards = Object.values(CARD_SHOWS)
  expect(cards.map(card => card.step)).toEqual([...Array(4).fill('clarify'), ...Array(4).fill('frame')])
  expect(cards.flatMap(card => card.fields).filter(key => !briefField(key))).toEqual([])
  expect(cards.filter(card => !ICONS[card.icon])).toEqual([])
  expect(cardContent('scale')?.fields).toEqual(['dau', 'peakQps', 'corpusSize'])
  expect([cardContent('toString'), cardContent(undefined), cardContent('none')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('a number is never negative and has the unit that ends its name', () => {
  const units: readonly (readonly [RegExp, string])[] = [
    [/Ms$/, 'ms'],
    [/(?<!Per)Sec$/, 's'],
    [/Hours$/, 'hours'],
    [/Days$/, 'days'],
    [/Gb$/, 'GB'],
    [/^gbPerDay$/, 'GB/day'],
    [/Percent$|Pct$/, '%'],
    [/Qps$|^qpsPer|^rateLimit$/, 'requests/s'],
    [/^bytesPer|Bytes$/, 'bytes'],
    [/^itemsPerSec$/, 'items/s'],
    [/^eventsPerSec$/, 'events/s'],
    [/^params$|Params$/, 'params'],
    [/PerHour$/, 'US dollars/h'],
    [/PerMonth$/, 'US dollars/month'],
  ]
  const numbers = allFields().filter(field => field.type === 'number')
  const isWrong = (field: Field) =>
    field.min !== 0 ||
    units.some(([name, unit]) => name.test(field.key) && field.key !== 'gpuHours' && field.unit !== unit)
  expect(numbers.filter(isWrong).map(field => [field.key, field.unit])).toEqual([])
})

test('the size of a model also takes the word external', () => {
  const sizes = allFields().filter(field => field.key === 'modelParams')
  expect(new Set(sizes.map(field => field.choices?.join()))).toEqual(new Set(['external']))
})

test('labels are short and in sentence case, help is a sentence', () => {
  const isPlain = (label: string) => /^[A-Z][^.:]{2,27}$/.test(label) && !/ [A-Z][a-z]/.test(label)
  expect(
    allFields()
      .filter(field => !isPlain(field.label))
      .map(field => field.label),
  ).toEqual([])
  expect(
    allFields()
      .filter(field => field.help && !/^[A-Z0-9].*\.$/.test(field.help))
      .map(field => field.help),
  ).toEqual([])
})

test('steps have names and numbers', () => {
  expect(STEPS.map(step => `${stepNumber(step)} ${STEP_NAMES[step]}`)).toEqual([
    '1 Clarify',
    '2 Frame',
    '3 Data',
    '4 Model',
    '5 Evaluate',
    '6 Serve',
    '7 Monitor',
  ])
})

function allFields(): Field[] {
  return [...KINDS.flatMap(kind => kind.fields), ...commonFields, ...FLOW_FIELDS, ...BRIEF_FIELDS]
}

function sorted(fields: readonly Field[]): string[] {
  return fields.map(spelled).toSorted()
}

/** A field as the table above spells it. */
function spelled(field: Field): string {
  switch (field.type) {
    case 'number':
      return field.max === 1 ? `${field.key} %` : field.key
    case 'yes-no':
      return `${field.key} ?`
    case 'choice':
      return `${field.key} ${field.choices?.join('/')}`
    case 'list':
      return `${field.key} []`
    case 'text':
      return `${field.key} "`
  }
}
