import { type Choice, DISCOVERY, HOUSE, ROML } from './choice'

const MODELS = ['model', 'ranker', 'online-inference', 'batch-inference', 'llm']

/** Decisions about training and the model. */
export const MODEL_CHOICES: readonly Choice[] = [
  {
    kinds: ['training-job'],
    key: 'mode',
    question: 'How does the model keep up with the data?',
    options: [
      {
        value: 'batch',
        gains: 'Reproducible runs, evaluated and released one by one.',
        costs: 'Between runs the model ages.',
        when: 'Days of staleness do not hurt.',
      },
      {
        value: 'continual',
        gains: 'Warm-starts from the last model: fresh for a fraction of the compute.',
        costs: 'Mistakes carry over; a full retrain is needed now and then.',
        when: 'Large models on data that shifts daily.',
      },
      {
        value: 'online',
        gains: 'Learns within minutes of an event.',
        costs: 'No version to evaluate before release; a bad batch is live at once; hard to repeat.',
        when: 'Ads and feeds whose items live for hours, with a team that watches.',
      },
    ],
    source: [
      {
        title: 'Practical Lessons from Predicting Clicks on Ads at Facebook',
        url: 'https://research.facebook.com/publications/practical-lessons-from-predicting-clicks-on-ads-at-facebook/',
      },
      {
        title: 'Monolith: real time recommendation with collisionless embeddings',
        url: 'https://arxiv.org/abs/2209.07663',
      },
    ],
  },
  {
    kinds: MODELS,
    key: 'precision',
    question: 'In how many bits are the weights kept?',
    options: [
      {
        value: 'fp32',
        gains: 'No loss, no surprises.',
        costs: 'Twice the memory and about half the speed of 16 bits.',
        when: 'Small models, or a reference to compare with.',
      },
      {
        value: 'bf16',
        gains: 'Half the memory with the range of 32 bits: training stays stable.',
        costs: 'Fewer digits than fp16; needs hardware that has it.',
        when: 'Training and serving on current accelerators.',
      },
      {
        value: 'fp16',
        gains: 'Half the memory, fast on every GPU.',
        costs: 'Overflows in training without loss scaling.',
        when: 'Serving on GPUs.',
      },
      {
        value: 'int8',
        gains: 'A quarter of the memory, two to four times the throughput.',
        costs: 'Calibration data, and a point of accuracy that has to be checked per slice.',
        when: 'Tight latency or cost, CPU serving.',
      },
      {
        value: 'int4',
        gains: 'An eighth of the memory: a large LLM fits one GPU.',
        costs: 'Quality drops visibly on hard tasks; evaluate answers, not perplexity.',
        when: 'LLMs bound by memory.',
      },
    ],
    source: [
      { title: 'LLM.int8(): 8-bit matrix multiplication for transformers', url: 'https://arxiv.org/abs/2208.07339' },
      { title: 'Mixed precision training', url: 'https://arxiv.org/abs/1710.03740' },
    ],
  },
  {
    kinds: ['model'],
    key: 'compression',
    question: 'How is the model made smaller?',
    options: [
      {
        value: 'distil',
        gains: 'A small model learns the answers of a large one: often most of its quality at a tenth of the cost.',
        costs: 'A second training, and the teacher has to be kept.',
        when: 'Heavy traffic on a stable task.',
      },
      {
        value: 'quantise',
        gains: 'Hours of work, no training, two to four times faster.',
        costs: 'Some accuracy; support of the hardware.',
        when: 'First, before anything else.',
      },
      {
        value: 'prune',
        gains: 'Fewer weights; structured pruning runs faster everywhere.',
        costs: 'Fine-tuning after each cut; sparse weights alone gain nothing on most hardware.',
        when: 'Edge devices, or after distilling.',
      },
    ],
    source: [{ title: 'Distilling the knowledge in a neural network', url: 'https://arxiv.org/abs/1503.02531' }, HOUSE],
  },
  {
    kinds: ['ranker', 'model'],
    key: 'objectives',
    question: 'What does the loss compare?',
    options: [
      {
        value: 'pointwise',
        gains: 'Each score is a probability: it can be calibrated, multiplied by a price, reused by a policy.',
        costs: 'Spends effort on values whose order would do.',
        when: 'Ads, auctions, thresholds, several objectives to weigh.',
      },
      {
        value: 'pairwise',
        gains: 'Learns which of two comes first, from clicks alone.',
        costs: 'Scores mean nothing by themselves; pairs grow with the square of a list.',
        when: 'Search with clicks as preferences.',
      },
      {
        value: 'listwise',
        gains: 'Optimises what is measured, such as NDCG.',
        costs: 'Whole lists per example; harder to scale and to debug.',
        when: 'Ranking quality at the top is all that counts.',
      },
    ],
    source: [
      {
        title: 'From RankNet to LambdaRank to LambdaMART: an overview',
        url: 'https://www.microsoft.com/en-us/research/publication/from-ranknet-to-lambdarank-to-lambdamart-an-overview/',
      },
    ],
  },
  {
    kinds: ['hyperparameter-tuning'],
    key: 'method',
    question: 'How are hyper-parameters searched?',
    options: [
      {
        value: 'grid',
        gains: 'Simple and complete for two or three values.',
        costs: 'Trials multiply; most are spent on what does not matter.',
        when: 'One or two parameters.',
      },
      {
        value: 'random',
        gains: 'Finds as good a setting in far fewer trials, all at once in parallel.',
        costs: 'No trial learns from the others.',
        when: 'The default, with many machines.',
      },
      {
        value: 'bayes',
        gains: 'Fewest trials: each one uses what the others found.',
        costs: 'Runs one after another; another system to operate.',
        when: 'A trial costs hours.',
      },
    ],
    source: [
      {
        title: 'Random search for hyper-parameter optimization',
        url: 'https://www.jmlr.org/papers/v13/bergstra12a.html',
      },
    ],
  },
  {
    kinds: ['model-registry'],
    key: 'approval',
    question: 'Who approves a new version?',
    options: [
      {
        value: 'manual',
        gains: 'A person looks at slices and reasons before anything ships.',
        costs: 'Waits for people; does not scale to many models.',
        when: 'High stakes, or the first year of a model.',
      },
      {
        value: 'auto',
        gains: 'Daily retraining ships by itself when the gate is passed.',
        costs: 'The gate has to be right: what it does not measure slips through.',
        when: 'Frequent retraining with proven checks and automatic rollback.',
      },
    ],
    source: [{ ...ROML, title: 'Rules of Machine Learning, Rule 9' }, HOUSE],
  },
  {
    kinds: ['candidate-generator'],
    key: 'method',
    question: 'How are candidates found?',
    options: [
      {
        value: 'two-tower',
        gains: 'Millions of items in milliseconds; learns from any feature of user and item, new ones too.',
        costs: 'One dot product sees no interaction between user and item; index and encoder must move together.',
        when: 'Large catalogues with rich features.',
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
        value: 'heuristic',
        gains: 'A day of work, explainable, and a yardstick for what follows.',
        costs: 'Does not learn; its quality ends early.',
        when: 'First, and for ever as one of several sources.',
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
    ],
  },
]
