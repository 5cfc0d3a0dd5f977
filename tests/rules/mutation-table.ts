import { readdirSync } from 'node:fs'
import { removeBlocks } from '../../src/model/blocks'
import type { Design } from '../../src/model/design'
import { applyEdit, type Change } from '../../src/model/edit'
import { answered, blocksOf, bypassed, having, unanswered, wired, without } from './mutate'

/** They have no fallback, or fall back where no model is asked by request. */
const WITHOUT_LIVE_FALLBACK = ['harmful-content-detection', 'people-you-may-know', 'street-view-blurring']

const WITHOUT_HEAVY_RANKER = [
  'delivery-eta',
  'fraud-detection',
  'harmful-content-detection',
  'people-you-may-know',
  'similar-listings',
  'street-view-blurring',
  'video-search',
  'visual-search',
]

const WITHOUT_INDEX = [
  'ad-click-prediction',
  'delivery-eta',
  'event-recommendation',
  'fraud-detection',
  'harmful-content-detection',
  'people-you-may-know',
  'personalised-news-feed',
  'street-view-blurring',
]

const WITHOUT_LLM = readdirSync(new URL('../fixtures/catalogue/', import.meta.url))
  .map(file => file.replace('.plan', ''))
  .filter(name => name !== 'rag-question-answering')

/** What is done to a case study, the rule that must speak, and where it rightly keeps silent. */
export const MUTATIONS: readonly (readonly [
  what: string,
  (design: Design) => Design,
  rule: string,
  silentOn?: string[],
])[] = [
  ['without a business goal', design => unanswered(design, 'businessGoal'), 'brief-business-goal-missing'],
  [
    'without a success metric',
    design => unanswered(without(design, 'online-experiment'), 'successMetric', 'onlineMetrics'),
    'brief-success-metric-missing',
  ],
  [
    'without a number of scale',
    design => unanswered(design, 'dau', 'peakQps', 'itemsPerDay', 'corpusSize'),
    'brief-scale-missing',
  ],
  ['without a latency target', design => unanswered(design, 'latencyP99Ms', 'predictionMode'), 'brief-latency-missing'],
  [
    'without an alternative',
    design => unanswered(without(design, 'fallback', 'offline-eval'), 'nonMlBaseline'),
    'brief-no-simple-alternative',
  ],
  ['without a guardrail metric', design => unanswered(design, 'guardrailMetrics'), 'guardrail-metric-missing'],
  ['without an ML task', design => unanswered(design, 'mlTask'), 'framing-ml-task-missing'],
  ['without an objective', design => unanswered(design, 'mlObjective'), 'framing-objective-missing'],
  [
    'judged by a metric of clusters',
    design => having(unanswered(design, 'offlineMetrics'), 'offline-eval', 'metrics', ['silhouette']),
    'metric-task-mismatch',
  ],
  [
    'with heads that nothing combines',
    design => withTwoHeads(without(design, 're-ranker', 'decision-policy')),
    'multi-objective-unweighted',
    // They have no ranker.
    [
      'delivery-eta',
      'fraud-detection',
      'harmful-content-detection',
      'people-you-may-know',
      'similar-listings',
      'street-view-blurring',
      'visual-search',
    ],
  ],
  [
    'said to predict in batches',
    design => answered(design, 'predictionMode', 'batch'),
    'prediction-mode-mismatch',
    // Nobody waits for their models: one scores events, two score ahead.
    ['harmful-content-detection', 'people-you-may-know', 'street-view-blurring'],
  ],
  ['without any data', withoutData, 'no-data-source'],
  ['without labels', design => without(design, 'label-join', 'annotation'), 'no-label-source'],
  ['past data validation', design => bypassed(design, 'data-validation'), 'no-data-validation'],
  [
    'past anonymisation',
    design => bypassed(design, 'pii-anonymizer'),
    'pii-without-anonymisation',
    // Its raw images are declared restricted; no block of it is said to hold personal data.
    ['street-view-blurring', 'video-search'],
  ],
  [
    'split at random',
    design => having(design, 'dataset-builder', 'split', 'random'),
    'random-split-on-temporal-data',
    // Its images belong to no moment; it has no training set builder.
    ['street-view-blurring', 'rag-question-answering'],
  ],
  [
    'not split',
    design => having(design, 'dataset-builder', 'split', 'none'),
    'train-eval-contamination',
    ['rag-question-answering'],
  ],
  [
    'without training',
    design => without(design, 'training-job'),
    'model-without-training',
    // Its models come from a pre-trained checkpoint.
    ['rag-question-answering'],
  ],
  ['with a client that waits for training', design => clientToTraining(design, 'request'), 'training-on-request-path'],
  ['past the model registry', design => bypassed(design, 'model-registry'), 'no-model-registry'],
  ['without offline evaluation', design => without(design, 'offline-eval'), 'no-offline-eval'],
  [
    'judged by accuracy alone',
    design => having(unanswered(design, 'offlineMetrics'), 'offline-eval', 'metrics', ['accuracy']),
    'imbalanced-metrics',
    // Positives are not rare or not counted, or, for events, only the order of a list matters.
    [
      'delivery-eta',
      'ecommerce-recommendation',
      'event-recommendation',
      'people-you-may-know',
      'personalised-news-feed',
      'rag-question-answering',
      'short-video-for-you',
      'similar-listings',
      'street-view-blurring',
      'video-recommendation',
      'video-search',
      'visual-search',
    ],
  ],
  ['without experiment and rollout', design => without(design, 'online-experiment', 'safe-rollout'), 'no-online-eval'],
  ['without an online experiment', design => without(design, 'online-experiment'), 'no-online-experiment'],
  [
    'without a fallback',
    design => without(design, 'fallback'),
    'no-fallback',
    // Scored on the event path, precomputed, and precomputed.
    ['harmful-content-detection', 'people-you-may-know', 'street-view-blurring'],
  ],
  ['without timeouts', withoutTimeouts, 'fallback-never-triggers', WITHOUT_LIVE_FALLBACK],
  [
    'with one replica and no fallback',
    design => without(having(design, 'app-service', 'replicas', 1), 'fallback'),
    'single-point-of-failure',
  ],
  [
    'without retrieval',
    design => without(design, 'candidate-generator', 'ann-index'),
    'no-candidate-generation',
    WITHOUT_HEAVY_RANKER,
  ],
  ['without an embedding job', design => without(design, 'embedding-job'), 'index-without-embeddings', WITHOUT_INDEX],
  ['without guardrails', design => without(design, 'guardrail'), 'llm-output-guardrail-missing', WITHOUT_LLM],
  ['without a check of questions', withoutInputCheck, 'llm-input-guardrail-missing', WITHOUT_LLM],
  [
    'without monitors of predictions',
    design => without(design, 'drift-monitor', 'performance-monitor'),
    'unmonitored-model',
  ],
  ['without a service monitor', design => without(design, 'service-monitor'), 'no-service-monitoring'],
  ['without alerting', design => without(design, 'alerting'), 'monitor-without-alert'],
  ['without a prediction log', design => without(design, 'prediction-log'), 'no-prediction-log'],
  ['without anything that comes back', withoutOutcomes, 'no-feedback-loop'],
  ['without a retraining trigger', design => without(design, 'retraining-trigger'), 'no-retraining-trigger'],
  ['with a drift monitor that sees the log alone', withoutReference, 'drift-without-reference'],
  [
    'without a way back',
    design => having(having(design, 'safe-rollout', 'rollback', false), 'safe-rollout', 'autoRollback', false),
    'rollback-not-automatic',
  ],
  ['with a slow service', design => having(design, 'app-service', 'p99Ms', 10_000), 'latency-budget-exceeded'],
  ['with a weak service', design => having(design, 'app-service', 'qpsPerReplica', 1), 'throughput-bottleneck'],
  ['with a call back to its service', withCallBack, 'request-cycle'],
  ['with a client that feeds training', design => clientToTraining(design, 'data'), 'invalid-connection'],
  ['with a block that nothing uses', withLooseBlock, 'orphan-block'],
  ['with a training set that trains nothing', design => without(design, 'training-job'), 'dead-end-block'],
  [
    'without anyone who asks',
    design => without(design, 'client', 'gateway', 'app-service'),
    'unreachable-serving',
    // Their models work on events, and ahead of time.
    ['harmful-content-detection', 'people-you-may-know', 'street-view-blurring'],
  ],
  [
    'with a rollout to more than all',
    design => having(design, 'safe-rollout', 'trafficPercent', 150),
    'property-out-of-range',
  ],
]

function withoutData(design: Design): Design {
  const data = ['data-source', 'event-stream', 'data-lake', 'annotation', 'prediction-log', 'feedback-collector']
  return without(design, ...data, 'operational-store')
}

/** Nothing is left that tells what came of a prediction. */
function withoutOutcomes(design: Design): Design {
  const outcomes = ['prediction-log', 'feedback-collector', 'human-review', 'event-stream', 'label-join']
  return without(design, ...outcomes)
}

function withoutReference(design: Design): Design {
  const cut = Object.values(design.flows).filter(
    ({ source, target }) =>
      design.blocks[target]?.kind === 'drift-monitor' && design.blocks[source]?.kind !== 'prediction-log',
  )
  return applyEdit(design, { label: '', changes: cut.map(({ id }) => ({ op: 'cut', table: 'flows', id })) })
}

function withoutTimeouts(design: Design): Design {
  const changes = Object.keys(design.flows).map(
    (id): Change => ({ op: 'set', table: 'flows', id, path: 'props.timeoutMs' }),
  )
  return applyEdit(design, { label: '', changes })
}

function withoutInputCheck(design: Design): Design {
  const checks = blocksOf(design, 'guardrail').filter(({ props }) => props.side === 'input')
  return applyEdit(
    design,
    removeBlocks(
      design,
      checks.map(check => check.id),
    ),
  )
}

function withCallBack(design: Design): Design {
  const service = blocksOf(design, 'app-service')[0]!
  const called = Object.values(design.flows).find(
    flow => flow.kind === 'request' && flow.source === service.id && design.blocks[flow.target]?.kind !== 'client',
  )!
  return wired(design, called.target, 'request', service.id)
}

function clientToTraining(design: Design, kind: 'data' | 'request'): Design {
  return wired(design, blocksOf(design, 'client')[0]!.id, kind, blocksOf(design, 'training-job')[0]!.id)
}

function withLooseBlock(design: Design): Design {
  const id = 'loose'
  const record = { id, kind: 'cache', label: 'Loose', props: {} }
  return applyEdit(design, { label: '', changes: [{ op: 'put', table: 'blocks', id, record }] })
}

function withTwoHeads(design: Design): Design {
  return having(having(design, 'ranker', 'objectives', ['click', 'like']), 'ranker', 'objectiveWeights', [])
}
