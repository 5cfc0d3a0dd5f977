import type { BriefPart } from './brief'

/** What is asked in the first step: what it is for, how much, how fast, under which circumstances. */
export const CLARIFY_PARTS: readonly BriefPart[] = [
  {
    name: 'Goal',
    fields: [
      {
        key: 'businessGoal',
        label: 'Business goal',
        type: 'text',
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
        examples: ['bookings per search session', 'chargeback rate', 'tickets deflected per week'],
        help: 'The one number that tells whether the goal was reached.',
      },
      {
        key: 'scope',
        label: 'Scope',
        type: 'choice',
        choices: ['full', 'serving', 'training', 'experiment', 'data'],
        help: 'Which part of the system this drawing answers for; checks of the other steps rest. Full when unset.',
      },
    ],
  },
  {
    name: 'Scale',
    fields: [
      {
        key: 'dau',
        label: 'Daily active users',
        type: 'number',
        unit: 'users',
        min: 0,
      },
      {
        key: 'requestsPerUserPerDay',
        label: 'Requests per user and day',
        type: 'number',
        unit: 'requests/day',
        min: 0,
        help: 'Users x this / 86 400 s gives the average load.',
      },
      {
        key: 'peakFactor',
        label: 'Peak factor',
        type: 'number',
        min: 0,
        help: 'How many times the average load the busiest hour brings. 2.5 when unset.',
      },
      {
        key: 'peakQps',
        label: 'Peak load',
        type: 'number',
        unit: 'requests/s',
        min: 0,
        help: 'Requests per second from all clients in the busiest hour.',
      },
      {
        key: 'itemsPerDay',
        label: 'New items per day',
        type: 'number',
        unit: 'items/day',
        min: 0,
        help: 'Posts, orders, images … that arrive and need a prediction.',
      },
      {
        key: 'corpusSize',
        label: 'Corpus size',
        type: 'number',
        unit: 'items',
        min: 0,
        help: 'How many items the system can choose from.',
      },
    ],
  },
  {
    name: 'Service level',
    fields: [
      {
        key: 'latencyP99Ms',
        label: 'Latency target, p99',
        type: 'number',
        unit: 'ms',
        min: 0,
        help: '99 of 100 requests are answered within this time.',
      },
      {
        key: 'availabilityPct',
        label: 'Availability target',
        type: 'number',
        unit: '%',
        min: 0,
        max: 100,
        help: '99.9 % allows about 44 minutes of outage in a month of 730 hours.',
      },
      {
        key: 'freshnessSec',
        label: 'Feature freshness',
        type: 'number',
        unit: 's',
        min: 0,
        help: 'How old features and precomputed results may be when they are used.',
      },
      {
        key: 'indexFreshnessSec',
        label: 'Index freshness',
        type: 'number',
        unit: 's',
        min: 0,
        help: 'How soon a new item must be found by search or retrieval.',
      },
      {
        key: 'budgetPerMonth',
        label: 'Budget per month',
        type: 'number',
        unit: 'US dollars/month',
        min: 0,
        help: 'For running the system, at 730 hours a month.',
      },
    ],
  },
  {
    name: 'Circumstances',
    fields: [
      {
        key: 'userFacing',
        label: 'User-facing',
        type: 'yes-no',
        help: 'People see the output directly. Yes when unset.',
      },
      {
        key: 'personalised',
        label: 'Personalised',
        type: 'yes-no',
        help: 'The answer depends on who asks.',
      },
      {
        key: 'containsPii',
        label: 'Personal data',
        type: 'yes-no',
        help: 'The system handles data that identifies a person.',
      },
      {
        key: 'highStakes',
        label: 'High stakes',
        type: 'yes-no',
        help: 'A wrong answer can cost someone health, money, liberty or access.',
      },
      {
        key: 'networkEffects',
        label: 'Network effects',
        type: 'yes-no',
        help: 'Treating one user changes the outcome of another, as in marketplaces and social graphs.',
      },
      {
        key: 'multiTenant',
        label: 'Multi-tenant',
        type: 'yes-no',
        help: 'Several customers share the system and must not see each other’s data.',
      },
    ],
  },
  {
    name: 'Limits',
    fields: [
      {
        key: 'assumptions',
        label: 'Assumptions',
        type: 'list',
        examples: ['users are signed in', 'one region', 'text in English'],
      },
      {
        key: 'outOfScope',
        label: 'Out of scope',
        type: 'list',
        examples: ['ads', 'spam detection', 'mobile offline mode'],
      },
    ],
  },
]
