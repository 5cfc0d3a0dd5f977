import { type Choice, DISCOVERY, HOUSE, systemPattern } from './choice'

/** Decisions of the brief: which task it is, and when a prediction is made. */
export const FRAME_CHOICES: readonly Choice[] = [
  {
    kinds: [],
    key: 'mlTask',
    question: 'What is the model asked for?',
    options: [
      {
        value: 'classification',
        gains: 'Each score is a probability: calibrated, compared with a threshold, multiplied by a price.',
        costs: 'Spends effort on the size of a score where its order would do; rare classes need care.',
        when: 'Yes or no, spam, fraud, click; also ranking by one probability, as for ads.',
      },
      {
        value: 'regression',
        gains: 'An amount with an error in its own unit; as quantiles it also says how sure it is.',
        costs: 'Outliers pull a squared error; an average hides two likely outcomes.',
        when: 'Prices, durations, demand of the moment.',
      },
      {
        value: 'ranking',
        gains: 'Pairs or lists are learned in the order that users see; clicks tell which of two was preferred.',
        costs: 'Scores mean nothing by themselves; labels are biased by position.',
        when: 'A few hundred candidates compete for the top places.',
      },
      {
        value: 'retrieval',
        gains: 'Millions of items are cut to hundreds in milliseconds.',
        costs: 'Negatives have to be made up; fine differences at the top are left to a ranker.',
        when: 'The first stage over a large corpus, or search by similarity alone.',
      },
      {
        value: 'recommendation',
        gains: 'Answers without a query: retrieval and ranking over what a person did before.',
        costs: 'Learns from what it showed itself; needs exploration and a plan for the cold start.',
        when: 'Feeds, home pages, people who bought this.',
      },
      {
        value: 'anomaly-detection',
        gains: 'Needs no labels of the bad cases, and finds kinds nobody has seen.',
        costs: 'Rare is not wrong: many alarms, and quality is hard to measure.',
        when: 'Incidents are too few or too new to label; once there are labels, classification beats it.',
      },
      {
        value: 'forecasting',
        gains: 'Seasons, trends and what is known of the future enter the model.',
        costs: 'Tested on few periods; errors grow with the horizon.',
        when: 'Demand, load or stock over time.',
      },
      {
        value: 'generation',
        gains: 'Open answers; a prompt adapts to a new task in a day.',
        costs: 'Says wrong things fluently; dear per call, and judged by people or models, not by one number.',
        when: 'The answer is text, code or an image, not one of a list.',
      },
      {
        value: 'extraction',
        gains: 'Fields that code can check, each with its place in the source.',
        costs: 'Annotation of spans; a new layout is a new distribution.',
        when: 'Forms, invoices, contracts: the answer stands in the input.',
      },
    ],
    source: [
      {
        title: 'Machine Learning Interviews: nine-step ML system design',
        url: 'https://github.com/alirezadir/Machine-Learning-Interviews',
      },
      {
        title: 'From RankNet to LambdaRank to LambdaMART: an overview',
        url: 'https://www.microsoft.com/en-us/research/publication/from-ranknet-to-lambdarank-to-lambdamart-an-overview/',
      },
      HOUSE,
    ],
  },
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
        costs: 'State and ordering; a short time in which nothing has happened yet.',
        when: 'Moderation, alerts, scores that others read a moment later.',
      },
      {
        value: 'edge',
        gains: 'Works without a network, costs no server, and data can stay on the device.',
        costs: 'Small models, many device types, slow updates, no logs by default.',
        when: 'Keyboards, cameras, cars.',
      },
    ],
    source: [systemPattern('serving patterns'), DISCOVERY],
  },
]
