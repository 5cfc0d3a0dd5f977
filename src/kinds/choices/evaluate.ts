import { type Choice, HOUSE, PATTERNS, ROML, TEST_SCORE } from './choice'

/** Decisions about judging a model, offline and on live traffic. */
export const EVALUATE_CHOICES: readonly Choice[] = [
  {
    kinds: ['online-experiment'],
    key: 'method',
    question: 'How are two versions compared on live traffic?',
    options: [
      {
        value: 'ab',
        gains: 'Measures the effect on what the business counts.',
        costs: 'Weeks of traffic for small effects; half of the users get the worse variant.',
        when: 'Launch decisions.',
      },
      {
        value: 'interleaving',
        gains: 'Needs ten to a hundred times less traffic: both rankers serve each user at once.',
        costs: 'Says which ranking users prefer, not what it earns.',
        when: 'Choosing among many rankers before an A/B test.',
      },
      {
        value: 'switchback',
        gains: 'The whole market changes at a time, so treatment and control do not compete.',
        costs: 'Few periods, carry-over between them.',
        when: 'Marketplaces, delivery, pricing.',
      },
      {
        value: 'holdout',
        gains: 'Shows the sum of all launches over months.',
        costs: 'A share of users goes without improvements.',
        when: 'Beside A/B tests, on one or two per cent.',
      },
      {
        value: 'bandit',
        gains: 'Moves traffic to the better arm while it learns.',
        costs: 'Estimates are biased by its own choices; delayed rewards mislead it.',
        when: 'Many short-lived variants: headlines, images.',
      },
    ],
    source: [
      { ...PATTERNS, title: 'ML system design patterns: online A/B test' },
      {
        title: 'Interleaving in online experiments at Netflix',
        url: 'https://netflixtechblog.com/interleaving-in-online-experiments-at-netflix-a04ee392ec55',
      },
    ],
  },
  {
    kinds: ['online-experiment'],
    key: 'unit',
    question: 'What is assigned to a variant?',
    options: [
      {
        value: 'user',
        gains: 'A consistent experience, the most units.',
        costs: 'Wrong where users affect each other.',
        when: 'Most products.',
      },
      {
        value: 'session',
        gains: 'Many more units, quicker answers.',
        costs: 'One user sees both variants; learning effects are missed.',
        when: 'Small changes without memory.',
      },
      {
        value: 'cluster',
        gains: 'Friends stay on the same side, so the effect does not leak.',
        costs: 'Few units, wide intervals.',
        when: 'Social networks.',
      },
      {
        value: 'region-hour',
        gains: 'A market is treated as a whole, hour by hour.',
        costs: 'Carry-over from one hour to the next.',
        when: 'Dispatch, ETA, surge.',
      },
    ],
    source: [HOUSE],
  },
  {
    kinds: ['safe-rollout'],
    key: 'method',
    question: 'How does a new version meet real traffic?',
    options: [
      {
        value: 'shadow',
        gains: 'Real inputs, no user sees an answer: latency and errors show without risk.',
        costs: 'Twice the serving cost, and no reaction of users to learn from.',
        when: 'Before anything, above all where a mistake is dear.',
      },
      {
        value: 'canary',
        gains: 'A small share finds faults that only users trigger.',
        costs: 'A few users get the fault; rare ones stay unseen.',
        when: 'The usual step after a shadow run.',
      },
      {
        value: 'blue-green',
        gains: 'Switch and switch back in seconds.',
        costs: 'Everyone is moved at once; two full fleets.',
        when: 'Versions that cannot run side by side, such as an index with its encoder.',
      },
    ],
    source: [{ ...TEST_SCORE, title: 'The ML Test Score, Infra 6 and 7' }, PATTERNS],
  },
  {
    kinds: ['offline-eval'],
    key: 'method',
    question: 'On what is the model judged before release?',
    options: [
      {
        value: 'holdout',
        gains: 'Simple, and comparable from version to version.',
        costs: 'Ages, and people tune to it.',
        when: 'Every training run.',
      },
      {
        value: 'backtest',
        gains: 'Replays the past in order: shows how results vary over time.',
        costs: 'As many trainings as periods.',
        when: 'Forecasts, and anything with seasons.',
      },
      {
        value: 'replay',
        gains: 'Estimates a new policy from logged exploration, without users.',
        costs: 'Needs propensities; high variance when policies differ.',
        when: 'Bandits and rankers with logged randomisation.',
      },
      {
        value: 'raters',
        gains: 'People judge what no metric sees.',
        costs: 'Slow and dear; guidelines decide the result.',
        when: 'Search quality, generated text, safety.',
      },
      {
        value: 'llm-judge',
        gains: 'Thousands of answers judged overnight.',
        costs: 'Prefers long answers and its own style: calibrate it on people.',
        when: 'Between rounds of human rating.',
      },
    ],
    source: [
      { title: 'Judging LLM-as-a-judge with MT-Bench and Chatbot Arena', url: 'https://arxiv.org/abs/2306.05685' },
      { ...ROML, title: 'Rules of Machine Learning, Rule 24' },
    ],
  },
  {
    kinds: ['ranker', 'batch-inference'],
    key: 'positionBias',
    question: 'How is the bias of position taken out of clicks?',
    options: [
      {
        value: 'feature',
        gains: 'One more feature in training, set to a constant at serving.',
        costs: 'Only right when position and relevance are not entangled elsewhere.',
        when: 'First, on any model.',
      },
      {
        value: 'shallow-tower',
        gains: 'A small tower takes up position and device, and is dropped at serving.',
        costs: 'Needs drop-out on position, or it explains everything.',
        when: 'Deep rankers with several heads.',
      },
      {
        value: 'ips',
        gains: 'Unbiased when propensities are right.',
        costs: 'Randomised traffic to estimate them; high variance at low positions.',
        when: 'Search, with a share of shuffled results.',
      },
    ],
    source: [
      {
        title: 'Recommending what video to watch next: a multitask ranking system',
        url: 'https://dl.acm.org/doi/10.1145/3298689.3346997',
      },
      { ...ROML, title: 'Rules of Machine Learning, Rule 36' },
    ],
  },
]
