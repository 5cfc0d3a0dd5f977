import { type Choice, HOUSE, paper, rulesOfMl, systemPattern } from './choice'

/** Decisions about judging a model, offline and on live traffic. */
export const EVALUATE_CHOICES: readonly Choice[] = [
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
        gains: 'Goes through the past in order: shows how results vary over time.',
        costs: 'As many trainings as periods.',
        when: 'Forecasts, and anything with seasons.',
      },
      {
        value: 'replay',
        gains: 'Estimates a new policy from logged exploration, without users.',
        costs: 'Needs the probability of each logged choice; high variance when policies differ.',
        when: 'Bandits and rankers with logged randomisation.',
      },
      {
        value: 'raters',
        gains: 'People judge what no metric sees.',
        costs: 'Slow and dear; the guideline decides the result.',
        when: 'Search quality, generated text, safety.',
      },
      {
        value: 'llm-judge',
        gains: 'Thousands of answers judged overnight.',
        costs: 'Prefers long answers, the first of two and its own style: calibrate it on people.',
        when: 'Between rounds of human rating.',
      },
    ],
    source: [
      paper('Unbiased Offline Evaluation of Contextual-bandit-based News Article Recommendation', '1003.5956'),
      paper('Judging LLM-as-a-Judge with MT-Bench and Chatbot Arena', '2306.05685'),
      rulesOfMl(24),
    ],
  },
  {
    kinds: ['online-experiment'],
    key: 'method',
    question: 'How are two versions compared on live traffic?',
    options: [
      {
        value: 'ab',
        gains: 'Measures the effect on what the business counts.',
        costs: 'Weeks of traffic for small effects; someone gets the worse variant meanwhile.',
        when: 'Launch decisions.',
      },
      {
        value: 'interleaving',
        gains: 'Both rankers serve each user in one list: ten to a hundred times less traffic.',
        costs: 'Says which ranking is preferred, not what it earns or whether people come back.',
        when: 'Choosing among many rankers before an A/B test.',
      },
      {
        value: 'switchback',
        gains: 'The whole market changes at a time, so treatment and control do not compete.',
        costs: 'Few periods, and one carries over into the next.',
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
      systemPattern('online A/B test'),
      {
        title: 'Innovating Faster on Personalization Algorithms at Netflix Using Interleaving',
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
        gains: 'A consistent experience, and effects that build up over weeks are seen.',
        costs: 'Wrong where users affect each other; needs people to be signed in.',
        when: 'Most products.',
      },
      {
        value: 'session',
        gains: 'Many more units, quicker answers.',
        costs: 'One person sees both variants; what they learn is missed.',
        when: 'Small changes without memory, visitors without an account.',
      },
      {
        value: 'card',
        gains: 'A payment card keeps its decision whoever uses it and wherever.',
        costs: 'One person with two cards sees both variants.',
        when: 'Payments and fraud.',
      },
      {
        value: 'cluster',
        gains: 'Friends stay on the same side, so the effect does not leak.',
        costs: 'Few units, wide intervals.',
        when: 'Social networks.',
      },
      {
        value: 'region',
        gains: 'Supply and demand of a place are treated as one.',
        costs: 'A handful of regions that differ anyway: compare each with its own past.',
        when: 'Marketplaces of cities, changes that last.',
      },
      {
        value: 'region-hour',
        gains: 'A market is treated as a whole, hour by hour: many units from few places.',
        costs: 'Carry-over from one hour to the next.',
        when: 'Dispatch, arrival times, surge.',
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
    source: [
      { title: 'The ML Test Score, Infra 6 and 7', url: 'https://research.google/pubs/pub46555/' },
      systemPattern('shadow A/B test'),
    ],
  },
]
