import { type Choice, HOUSE } from './choice'

/** Decisions about watching a model and training it again. */
export const MONITOR_CHOICES: readonly Choice[] = [
  {
    kinds: ['drift-monitor'],
    key: 'method',
    question: 'How is drift measured?',
    options: [
      {
        value: 'psi',
        gains: 'One number per feature that teams know how to read; works on buckets and categories.',
        costs: 'Depends on the buckets: a shift inside one is not seen.',
        when: 'Tabular features.',
      },
      {
        value: 'ks',
        gains: 'No buckets, and no assumption about the distribution.',
        costs: 'Significant for every trifle on large samples, weak in the tails; numbers only.',
        when: 'Scores and numeric features, on samples, by the size of the distance.',
      },
      {
        value: 'js',
        gains: 'Symmetric and bounded: comparable between features.',
        costs: 'Needs buckets or a model of the density.',
        when: 'Categories, and embeddings after clustering.',
      },
    ],
    source: [HOUSE],
  },
  {
    kinds: ['retraining-trigger'],
    key: 'policy',
    question: 'What starts a retraining?',
    options: [
      {
        value: 'schedule',
        gains: 'Predictable in cost and time, simple to operate.',
        costs: 'Runs when nothing changed, waits when everything did.',
        when: 'The first trigger of every model.',
      },
      {
        value: 'drift',
        gains: 'Reacts to a change of inputs before labels arrive.',
        costs: 'Alarms without a loss of quality; thresholds to tune.',
        when: 'Late labels.',
      },
      {
        value: 'performance',
        gains: 'Retrains when it is needed and only then.',
        costs: 'Knows only after the labels have matured: by then the damage is done.',
        when: 'Quick labels.',
      },
      {
        value: 'new-data',
        gains: 'Uses every labelled batch as it comes.',
        costs: 'Irregular load; small batches add noise.',
        when: 'Labels arrive in campaigns.',
      },
    ],
    source: [
      {
        title: 'Google Cloud, MLOps: continuous delivery and automation pipelines',
        url: 'https://cloud.google.com/architecture/mlops-continuous-delivery-and-automation-pipelines-in-machine-learning',
      },
    ],
  },
]
