import type { BriefPart } from './brief'

/** What is asked in the second step: the task of the model, what it learns, how it is judged. */
export const FRAME_PARTS: readonly BriefPart[] = [
  {
    name: 'Task',
    fields: [
      {
        key: 'mlTask',
        label: 'ML task',
        type: 'choice',
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
        choices: ['online', 'batch', 'stream', 'edge'],
        help: 'When a prediction is computed: at the request, ahead of time, on each event, or on the device.',
      },
    ],
  },
  {
    name: 'Objective',
    fields: [
      {
        key: 'mlObjective',
        label: 'ML objective',
        type: 'text',
        examples: ['probability that a shown ad is clicked', 'minutes until delivery, as quantiles'],
        help: 'What the model learns to predict; often a proxy for the business goal.',
      },
      {
        key: 'inputs',
        label: 'Inputs',
        type: 'text',
        examples: ['user, context, item', 'query text', 'photo'],
      },
      {
        key: 'outputs',
        label: 'Outputs',
        type: 'text',
        examples: ['ranked list of items', 'probability of fraud', 'answer with citations'],
      },
      {
        key: 'nonMlBaseline',
        label: 'Baseline without ML',
        type: 'text',
        examples: ['most popular items of the day', 'hand-written rules', 'keyword search'],
        help: 'What would ship if there were no model: the yardstick and the way back.',
      },
      {
        key: 'needsCalibration',
        label: 'Needs calibration',
        type: 'yes-no',
        help: 'Scores are used as probabilities, as in an auction or against a threshold.',
      },
    ],
  },
  {
    name: 'Metrics',
    fields: [
      {
        key: 'offlineMetrics',
        label: 'Offline metrics',
        type: 'list',
        examples: ['roc-auc', 'pr-auc', 'log-loss', 'ndcg', 'recall@k', 'mae', 'groundedness'],
        help: 'Measured on held-out data before a release.',
      },
      {
        key: 'onlineMetrics',
        label: 'Online metrics',
        type: 'list',
        examples: ['click-through rate', 'conversion rate', 'return rate', 'session time'],
        help: 'Measured on live traffic; the success metric belongs here.',
      },
      {
        key: 'guardrailMetrics',
        label: 'Guardrail metrics',
        type: 'list',
        examples: ['latency', 'report rate', 'cost per request', 'creator exposure'],
        help: 'What must not get worse while the others improve.',
      },
    ],
  },
]

/** What the brief asks in the third step; the drawing says the rest. */
export const DATA_PARTS: readonly BriefPart[] = [
  {
    name: 'Labels and history',
    fields: [
      {
        key: 'positiveRate',
        label: 'Positive rate',
        type: 'number',
        min: 0,
        max: 1,
        help: 'Share of examples with the positive label; 0.01 is one in a hundred.',
      },
      {
        key: 'coldStartPlan',
        label: 'Cold start plan',
        type: 'text',
        examples: ['popular items by region', 'content features only', 'short onboarding quiz'],
        help: 'What users and items without history get.',
      },
    ],
  },
]
