import { type Choice, DISCOVERY, HOUSE, PATTERNS } from './choice'

/** Decisions about serving and about what happens after. */
export const SERVE_CHOICES: readonly Choice[] = [
  {
    kinds: [],
    key: 'predictionMode',
    question: 'When is a prediction made?',
    options: [
      {
        value: 'batch',
        gains: 'Cheap hardware, no latency to meet, results can be checked before anyone sees them.',
        costs: 'As old as the last run; work for users who never come; no context of the moment.',
        when: 'Known keys, slow facts: mails, scores per account, similar items.',
      },
      {
        value: 'online',
        gains: 'Sees the query and the moment; computes only what is asked.',
        costs: 'A latency budget, capacity for the peak, fallbacks, on-call.',
        when: 'Search, ranking, fraud: the input is not known before.',
      },
      {
        value: 'stream',
        gains: 'Reacts to each event within seconds while nobody waits.',
        costs: 'State and ordering; a short window in which nothing has happened yet.',
        when: 'Moderation, alerts, features.',
      },
      {
        value: 'edge',
        gains: 'No network, no server cost, data stays on the device.',
        costs: 'Small models, slow updates, no logs by default.',
        when: 'Keyboards, cameras, cars.',
      },
    ],
    source: [PATTERNS, DISCOVERY],
  },
  {
    kinds: ['ranker'],
    key: 'stage',
    question: 'One ranking stage or two?',
    options: [
      {
        value: 'light',
        gains: 'Scores thousands of candidates within milliseconds, so retrieval may be generous.',
        costs: 'One more model to train; what it drops the heavy one never sees.',
        when: 'Before a heavy ranker, from about a thousand candidates on.',
      },
      {
        value: 'heavy',
        gains: 'Crosses, sequences, several objectives: the quality users notice.',
        costs: 'Cost and latency grow with each candidate.',
        when: 'The last few hundred.',
      },
    ],
    source: [DISCOVERY],
  },
  {
    kinds: ['ann-index'],
    key: 'bytesPerDim',
    question: 'How much memory for how much recall?',
    options: [
      {
        value: '4 bytes',
        gains: 'Exact distances; recall depends on the graph alone.',
        costs: '256 dimensions of 1e9 vectors are 1 TB.',
        when: 'Millions of vectors.',
      },
      {
        value: '1 byte',
        gains: 'A quarter of the memory at a recall that is hard to tell apart.',
        costs: 'Has to be calibrated on the data.',
        when: 'Tens to hundreds of millions.',
      },
      {
        value: '0.25 bytes',
        gains: 'Product quantisation: a billion vectors in tens of GB.',
        costs: 'Recall drops to 80-90 % unless the best are scored again with full vectors.',
        when: 'Billions of vectors.',
      },
    ],
    source: [{ title: 'Billion-scale similarity search with GPUs', url: 'https://arxiv.org/abs/1702.08734' }],
  },
  {
    kinds: ['llm'],
    key: 'hosted',
    question: 'A hosted model or one of your own?',
    options: [
      {
        value: 'yes',
        gains: 'The best models today, no GPUs to run, paid by token.',
        costs: 'Data leaves the house, prices and versions change, rate limits, no weights to tune.',
        when: 'To start, low or bursty volume, hard tasks.',
      },
      {
        value: 'no',
        gains: 'Data stays, the version is pinned, fine-tuning, a fixed price at high volume.',
        costs: 'GPUs around the clock, serving know-how, smaller models.',
        when: 'Steady volume, strict privacy, a narrow task.',
      },
    ],
    source: [HOUSE],
  },
  {
    kinds: ['guardrail'],
    key: 'side',
    question: 'What does the guardrail check?',
    options: [
      {
        value: 'input',
        gains: 'Stops injections and requests that must not reach the model, and saves its cost.',
        costs: 'Cannot see what the model makes of a harmless question.',
        when: 'Always before an LLM that reads foreign text.',
      },
      {
        value: 'output',
        gains: 'Catches leaks, toxicity and claims without a source whatever caused them.',
        costs: 'Adds to the latency after generation; streaming has to wait or be cut.',
        when: 'Whenever users read the text.',
      },
      {
        value: 'both',
        gains: 'Each side covers what the other cannot see.',
        costs: 'Two checks to pay, tune and explain.',
        when: 'Public assistants.',
      },
    ],
    source: [{ title: 'OWASP Top 10 for LLM Applications', url: 'https://genai.owasp.org/llm-top-10/' }],
  },
  {
    kinds: ['cache'],
    key: 'ttlSec',
    question: 'How long does a cached answer live?',
    options: [
      {
        value: 'seconds',
        gains: 'Takes the bursts off the model; nobody notices.',
        costs: 'A low hit rate outside of bursts.',
        when: 'Personalised answers.',
      },
      {
        value: 'minutes',
        gains: 'Head queries cost nearly nothing.',
        costs: 'New items and feedback show late.',
        when: 'Search and pages that many share.',
      },
      {
        value: 'a day',
        gains: 'The highest hit rate.',
        costs: 'Stale by design; invalidation has to work.',
        when: 'Answers that do not depend on the moment.',
      },
    ],
    source: [{ ...PATTERNS, title: 'ML system design patterns: prediction cache' }],
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
        costs: 'Knows only after the labels have matured: the damage is done.',
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
  {
    kinds: ['drift-monitor'],
    key: 'method',
    question: 'How is drift measured?',
    options: [
      {
        value: 'psi',
        gains: 'One number per feature that teams know how to read; works on buckets and categories.',
        costs: 'Depends on the buckets; slow to see tails.',
        when: 'Tabular features.',
      },
      {
        value: 'ks',
        gains: 'No buckets, sensitive to any change of a distribution.',
        costs: 'On large samples everything is significant; numbers only.',
        when: 'Scores and numeric features on samples.',
      },
      {
        value: 'js',
        gains: 'Symmetric and bounded: comparable between features.',
        costs: 'Needs buckets or a model of the density.',
        when: 'Categories and embeddings after clustering.',
      },
    ],
    source: [HOUSE],
  },
]
