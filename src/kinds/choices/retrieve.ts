import { type Choice, DISCOVERY, HOUSE, paper, rulesOfMl } from './choice'

/** Decisions about finding and scoring candidates. */
export const RETRIEVE_CHOICES: readonly Choice[] = [
  {
    kinds: ['candidate-generator'],
    key: 'method',
    question: 'How are candidates found?',
    options: [
      {
        value: 'two-tower',
        gains: 'Millions of items in milliseconds; learns from any feature of user and item, new ones too.',
        costs: 'One dot product sees no interaction between the two; index and encoder must move together.',
        when: 'Large catalogues with rich features.',
      },
      {
        value: 'embedding',
        gains: 'One vector an item, computed ahead: neighbours of what was just viewed, without a user model.',
        costs: 'Knows the item, not the person; a new item waits for its vector.',
        when: 'Similar items, search by image or by meaning.',
      },
      {
        value: 'collaborative',
        gains: 'Only behaviour is needed; strong for items with a history.',
        costs: 'Blind to new users and items; popular items crowd out the rest.',
        when: 'Stable catalogues with much traffic.',
      },
      {
        value: 'graph-model',
        gains: 'Follows paths of several hops: friends of friends, co-buyers.',
        costs: 'Building and serving the graph; neighbours explode.',
        when: 'Relations are the product: social, pins, payments.',
      },
      {
        value: 'bandit',
        gains: 'Gives new items a chance and learns from it within the day.',
        costs: 'Some places are spent on trying; logs need the probability of each choice.',
        when: 'Items that live for hours, or a cold start that matters.',
      },
      {
        value: 'heuristic',
        gains: 'A day of work, explainable, and a yardstick for what follows.',
        costs: 'Does not learn; its quality ends early.',
        when: 'First, and for ever as one of several sources.',
      },
      {
        value: 'geo',
        gains: 'Exact and cheap: an index by place leaves only what can be reached.',
        costs: 'Dense cities return too much, the countryside too little: the radius has to adapt.',
        when: 'Rides, deliveries, listings, events.',
      },
      {
        value: 'popularity',
        gains: 'Works without any history.',
        costs: 'The same for everyone, and it feeds itself.',
        when: 'Cold start and fallback.',
      },
      {
        value: 'content',
        gains: 'New items count from the first minute.',
        costs: 'More of the same; needs good features of content.',
        when: 'Fresh items: news, listings, uploads.',
      },
    ],
    source: [
      DISCOVERY,
      { title: 'Deep Neural Networks for YouTube Recommendations', url: 'https://research.google/pubs/pub45530/' },
      HOUSE,
    ],
  },
  {
    kinds: ['ann-index'],
    key: 'bytesPerDim',
    question: 'How much memory for how much recall?',
    options: [
      {
        value: 'product quantisation',
        sets: 0.25,
        upTo: 0.5,
        gains: '1 B vectors of 256 dimensions take 64 GB: a large machine instead of a fleet.',
        costs: 'Recall falls unless the best are scored again with full vectors, kept on disk.',
        when: 'Hundreds of millions of vectors and more.',
      },
      {
        value: 'int8',
        sets: 1,
        upTo: 1,
        gains: 'A quarter of the memory of fp32 at nearly its recall.',
        costs: 'Has to be calibrated on the data, and again for a new encoder.',
        when: 'Tens to hundreds of millions.',
      },
      {
        value: 'fp16',
        sets: 2,
        upTo: 2,
        gains: 'Half the memory of fp32; recall is the same for most embeddings.',
        costs: 'Still 512 GB for 1 B vectors of 256 dimensions.',
        when: 'The first step down, without any tuning.',
      },
      {
        value: 'fp32',
        sets: 4,
        gains: 'Exact distances; recall depends on the graph alone.',
        costs: '1 B vectors of 256 dimensions take 1 TB.',
        when: 'A few million vectors.',
      },
    ],
    source: [
      paper('Billion-scale similarity search with GPUs', '1702.08734'),
      { title: 'Product Quantization for Nearest Neighbor Search', url: 'https://doi.org/10.1109/TPAMI.2010.57' },
    ],
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
        gains: 'Crosses, sequences, several objectives: the quality that users notice.',
        costs: 'Cost and latency grow with each candidate.',
        when: 'The last few hundred.',
      },
    ],
    source: [DISCOVERY, HOUSE],
  },
  {
    kinds: ['ranker', 'batch-inference'],
    key: 'positionBias',
    question: 'How is the bias of position taken out of clicks?',
    options: [
      {
        value: 'feature',
        gains: 'One more feature in training, set to a constant at serving.',
        costs: 'Position and relevance hang together in the logs: the model may credit the wrong one.',
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
        gains: 'Unbiased when the propensities are right.',
        costs: 'Randomised traffic to estimate them; high variance at low positions.',
        when: 'Search, with a share of swapped results.',
      },
      {
        value: 'not-positional',
        gains: 'Nothing to correct.',
        costs: 'Wrong as soon as answers are shown in an order.',
        when: 'One answer at a time, or labels that are not clicks.',
      },
    ],
    source: [
      {
        title: 'Recommending What Video to Watch Next: A Multitask Ranking System',
        url: 'https://dl.acm.org/doi/10.1145/3298689.3346997',
      },
      paper('Unbiased Learning-to-Rank with Biased Feedback', '1608.04468'),
      rulesOfMl(36),
    ],
  },
]
