import type { Step } from '../model/design'
import type { IconName } from './icons'
import type { Field } from './kind'

export type BriefField = Field & { readonly step: Step }

/** The questions of the brief, in the order of the panel. */
export const BRIEF_FIELDS: readonly BriefField[] = [
  {
    key: 'businessGoal',
    label: 'Business goal',
    type: 'text',
    step: 'clarify',
    examples: [
      'More listings booked per visit',
      'Fewer fraud losses at the same approval rate',
      'Shorter time to an answer',
    ],
    help: 'What the business gains when the model is right.',
  },
  {
    key: 'successMetric',
    label: 'Success metric',
    type: 'text',
    step: 'clarify',
    examples: ['bookings per search session', 'chargeback rate', 'tickets deflected per week'],
    help: 'The one number that tells whether the goal was reached.',
  },
  {
    key: 'scope',
    label: 'Scope',
    type: 'choice',
    step: 'clarify',
    choices: ['full', 'serving', 'training', 'experiment', 'data'],
    help: 'Which part of the system this drawing answers for; checks of the other steps rest. Full when unset.',
  },
  {
    key: 'dau',
    label: 'Daily active users',
    type: 'number',
    step: 'clarify',
    unit: 'users',
    min: 0,
  },
  {
    key: 'requestsPerUserPerDay',
    label: 'Requests per user and day',
    type: 'number',
    step: 'clarify',
    unit: 'requests/day',
    min: 0,
    help: 'Users x this / 86 400 s gives the average load.',
  },
  {
    key: 'peakFactor',
    label: 'Peak factor',
    type: 'number',
    step: 'clarify',
    min: 0,
    help: 'How many times the average load the busiest hour brings. 2.5 when unset.',
  },
  {
    key: 'peakQps',
    label: 'Peak load',
    type: 'number',
    step: 'clarify',
    unit: 'requests/s',
    min: 0,
    help: 'Requests per second from all clients in the busiest hour.',
  },
  {
    key: 'itemsPerDay',
    label: 'New items per day',
    type: 'number',
    step: 'clarify',
    unit: 'items/day',
    min: 0,
    help: 'Posts, orders, images … that arrive and need a prediction.',
  },
  {
    key: 'corpusSize',
    label: 'Corpus size',
    type: 'number',
    step: 'clarify',
    unit: 'items',
    min: 0,
    help: 'How many items the system can choose from.',
  },
  {
    key: 'latencyP99Ms',
    label: 'Latency target, p99',
    type: 'number',
    step: 'clarify',
    unit: 'ms',
    min: 0,
    help: '99 of 100 requests are answered within this time.',
  },
  {
    key: 'availabilityPct',
    label: 'Availability target',
    type: 'number',
    step: 'clarify',
    unit: '%',
    min: 0,
    max: 100,
    help: '99.9 % allows about 44 minutes of outage in a month of 730 hours.',
  },
  {
    key: 'freshnessSec',
    label: 'Feature freshness',
    type: 'number',
    step: 'clarify',
    unit: 's',
    min: 0,
    help: 'How old features and precomputed results may be when they are used.',
  },
  {
    key: 'indexFreshnessSec',
    label: 'Index freshness',
    type: 'number',
    step: 'clarify',
    unit: 's',
    min: 0,
    help: 'How soon a new item must be found by search or retrieval.',
  },
  {
    key: 'budgetPerMonth',
    label: 'Budget per month',
    type: 'number',
    step: 'clarify',
    unit: 'US dollars/month',
    min: 0,
    help: 'For running the system, at 730 hours a month.',
  },
  {
    key: 'userFacing',
    label: 'User-facing',
    type: 'yes-no',
    step: 'clarify',
    help: 'People see the output directly. Yes when unset.',
  },
  {
    key: 'personalised',
    label: 'Personalised',
    type: 'yes-no',
    step: 'clarify',
    help: 'The answer depends on who asks.',
  },
  {
    key: 'containsPii',
    label: 'Personal data',
    type: 'yes-no',
    step: 'clarify',
    help: 'The system handles data that identifies a person.',
  },
  {
    key: 'highStakes',
    label: 'High stakes',
    type: 'yes-no',
    step: 'clarify',
    help: 'A wrong answer can cost someone health, money, liberty or access.',
  },
  {
    key: 'networkEffects',
    label: 'Network effects',
    type: 'yes-no',
    step: 'clarify',
    help: 'Treating one user changes the outcome of another, as in marketplaces and social graphs.',
  },
  {
    key: 'multiTenant',
    label: 'Multi-tenant',
    type: 'yes-no',
    step: 'clarify',
    help: 'Several customers share the system and must not see each other’s data.',
  },
  {
    key: 'assumptions',
    label: 'Assumptions',
    type: 'list',
    step: 'clarify',
    examples: ['users are signed in', 'one region', 'text in English'],
  },
  {
    key: 'outOfScope',
    label: 'Out of scope',
    type: 'list',
    step: 'clarify',
    examples: ['ads', 'spam detection', 'mobile offline mode'],
  },
  {
    key: 'mlTask',
    label: 'ML task',
    type: 'choice',
    step: 'frame',
    choices: [
      'classification',
      'regression',
      'ranking',
      'retrieval',
      'recommendation',
      'detection',
      'generation',
      'forecasting',
      'clustering',
      'anomaly-detection',
      'translation',
      'extraction',
      'control',
    ],
    help: 'The task decides labels, loss and metrics.',
  },
  {
    key: 'predictionMode',
    label: 'Prediction mode',
    type: 'choice',
    step: 'frame',
    choices: ['online', 'batch', 'stream', 'edge'],
    help: 'When a prediction is computed: at the request, ahead of time, on each event, or on the device.',
  },
  {
    key: 'mlObjective',
    label: 'ML objective',
    type: 'text',
    step: 'frame',
    examples: ['probability that a shown ad is clicked', 'minutes until delivery, as quantiles'],
    help: 'What the model learns to predict; often a proxy for the business goal.',
  },
  {
    key: 'inputs',
    label: 'Inputs',
    type: 'text',
    step: 'frame',
    examples: ['user, context, item', 'query text', 'photo'],
  },
  {
    key: 'outputs',
    label: 'Outputs',
    type: 'text',
    step: 'frame',
    examples: ['ranked list of items', 'probability of fraud', 'answer with citations'],
  },
  {
    key: 'nonMlBaseline',
    label: 'Baseline without ML',
    type: 'text',
    step: 'frame',
    examples: ['most popular items of the day', 'hand-written rules', 'keyword search'],
    help: 'What would ship if there were no model: the yardstick and the way back.',
  },
  {
    key: 'needsCalibration',
    label: 'Needs calibration',
    type: 'yes-no',
    step: 'frame',
    help: 'Scores are used as probabilities, as in an auction or against a threshold.',
  },
  {
    key: 'offlineMetrics',
    label: 'Offline metrics',
    type: 'list',
    step: 'frame',
    examples: ['roc-auc', 'pr-auc', 'log-loss', 'ndcg', 'recall@k', 'mae', 'groundedness'],
    help: 'Measured on held-out data before a release.',
  },
  {
    key: 'onlineMetrics',
    label: 'Online metrics',
    type: 'list',
    step: 'frame',
    examples: ['click-through rate', 'conversion rate', 'return rate', 'session time'],
    help: 'Measured on live traffic; the success metric belongs here.',
  },
  {
    key: 'guardrailMetrics',
    label: 'Guardrail metrics',
    type: 'list',
    step: 'frame',
    examples: ['latency', 'report rate', 'cost per request', 'creator exposure'],
    help: 'What must not get worse while the others improve.',
  },
  {
    key: 'positiveRate',
    label: 'Positive rate',
    type: 'number',
    step: 'data',
    min: 0,
    max: 1,
    help: 'Share of examples with the positive label; 0.01 is one in a hundred.',
  },
  {
    key: 'coldStartPlan',
    label: 'Cold start plan',
    type: 'text',
    step: 'data',
    examples: ['popular items by region', 'content features only', 'short onboarding quiz'],
    help: 'What users and items without history get.',
  },
]

const BY_KEY = new Map(BRIEF_FIELDS.map(field => [field.key, field]))

/** The question of the brief with that key, or undefined when the brief has none. */
export function briefField(key: string): BriefField | undefined {
  return BY_KEY.get(key)
}

/** What a brief card can show: the values of its one property `shows`. */
export type CardSubject =
  | 'goal'
  | 'scale'
  | 'service-level'
  | 'assumption'
  | 'task'
  | 'objective'
  | 'metric'
  | 'baseline'

interface CardContent {
  readonly name: string
  readonly step: Step
  readonly icon: IconName
  /** Keys of the brief that the card reads and writes, in the order of the card. */
  readonly fields: readonly string[]
}

/** Name, step, icon and answers of each card of the brief, in the order of the palette. */
export const CARD_SHOWS: Readonly<Record<CardSubject, CardContent>> = {
  goal: { name: 'Goal', step: 'clarify', icon: 'goal', fields: ['businessGoal', 'successMetric'] },
  scale: { name: 'Scale', step: 'clarify', icon: 'users', fields: ['dau', 'peakQps', 'corpusSize'] },
  'service-level': {
    name: 'Service level',
    step: 'clarify',
    icon: 'gauge',
    fields: ['latencyP99Ms', 'availabilityPct', 'freshnessSec'],
  },
  assumption: { name: 'Assumption', step: 'clarify', icon: 'circle-question-mark', fields: ['assumptions'] },
  task: { name: 'ML task', step: 'frame', icon: 'shapes', fields: ['mlTask', 'predictionMode'] },
  objective: { name: 'Objective', step: 'frame', icon: 'sigma', fields: ['mlObjective', 'inputs', 'outputs'] },
  metric: {
    name: 'Metric',
    step: 'frame',
    icon: 'ruler',
    fields: ['offlineMetrics', 'onlineMetrics', 'guardrailMetrics'],
  },
  baseline: { name: 'Baseline', step: 'frame', icon: 'flag', fields: ['nonMlBaseline'] },
}

/** What a brief card with this `shows` reads; undefined for a word that is none of the eight. */
export function cardContent(shows: unknown): CardContent | undefined {
  return typeof shows === 'string' && Object.hasOwn(CARD_SHOWS, shows) ? CARD_SHOWS[shows as CardSubject] : undefined
}
