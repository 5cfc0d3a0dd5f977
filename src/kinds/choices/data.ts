import { type Choice, HOUSE, paper, rulesOfMl } from './choice'

/** Decisions about data, labels and features. */
export const DATA_CHOICES: readonly Choice[] = [
  {
    kinds: ['dataset-builder'],
    key: 'split',
    question: 'How are training and test data kept apart?',
    options: [
      {
        value: 'time',
        gains: 'Estimates what the model will do on days it has not seen, as production asks.',
        costs: 'The last days are few and may be unusual, and they do not train.',
        when: 'Events, prices, behaviour: whatever changes with time.',
      },
      {
        value: 'entity',
        gains: 'No person, device or document stands on both sides.',
        costs: 'Fewer independent samples than rows; says little about drift.',
        when: 'Many rows of one entity, or new entities at serving.',
      },
      {
        value: 'random',
        gains: 'Simple, and uses every row evenly.',
        costs: 'Leaks the future and the same entity into the test: offline scores flatter.',
        when: 'Independent rows without a time, such as single images.',
      },
    ],
    source: [rulesOfMl(33), HOUSE],
  },
  {
    kinds: ['label-join'],
    key: 'labelType',
    question: 'Where do labels come from?',
    options: [
      {
        value: 'natural',
        gains: 'Free, plentiful, and about the outcome that matters.',
        costs: 'Late, biased by what was shown, and open to manipulation.',
        when: 'Users or the world react to each prediction.',
      },
      {
        value: 'weak',
        gains: 'Rules and heuristics label a large corpus in a day.',
        costs: 'Systematic errors that the model learns along; a clean test set is still needed.',
        when: 'A first model, or a class too rare to wait for.',
      },
      {
        value: 'synthetic',
        gains: 'Any amount, also of cases that have not happened yet.',
        costs: 'The model learns the generator; the gap to reality has to be measured.',
        when: 'Rare events, privacy, or distillation from a larger model.',
      },
    ],
    source: [paper('Snorkel: Rapid Training Data Creation with Weak Supervision', '1711.10160'), HOUSE],
  },
  {
    kinds: ['annotation'],
    key: 'overlap',
    question: 'How many people label one item?',
    options: [
      {
        value: 'one',
        sets: 1,
        upTo: 1,
        gains: 'The most items for the money.',
        costs: 'Nobody knows how far raters agree, so nobody knows the ceiling of the model.',
        when: 'Once agreement was measured and is high.',
      },
      {
        value: 'two',
        sets: 2,
        upTo: 2,
        gains: 'Agreement can be measured; conflicts surface.',
        costs: 'Twice the price of what is labelled twice, and a third person for the conflicts.',
        when: 'On a sample of every batch.',
      },
      {
        value: 'three or more',
        sets: 3,
        gains: 'A majority decides, and single mistakes drop out.',
        costs: 'Three times the price.',
        when: 'High stakes, golden sets, subjective questions.',
      },
    ],
    source: [HOUSE],
  },
  {
    kinds: ['feature-pipeline-batch'],
    key: 'cadenceSec',
    question: 'Batch or streaming features?',
    options: [
      {
        value: 'streaming',
        gains: 'Seconds old: bursts, sessions and fraud are seen as they happen.',
        costs: 'State, late events, and a second code path to keep equal to training.',
        when: 'The answer changes within minutes of an event: a block of streaming features instead of this one.',
      },
      {
        value: 'hourly',
        sets: 3600,
        upTo: 43_200,
        gains: 'Fresh enough for most products with the code of a daily job.',
        costs: 'More runs that can fail; data that comes late has to be picked up.',
        when: 'A freshness of hours is asked for.',
      },
      {
        value: 'daily',
        sets: 86_400,
        gains: 'One job in SQL, cheap to run, easy to backfill and to test.',
        costs: 'Features are up to a day old: what happened in this session is not seen.',
        when: 'Slow facts: profiles, long histories, item statistics.',
      },
    ],
    source: [rulesOfMl(8), HOUSE],
  },
  {
    kinds: ['feature-pipeline-stream'],
    key: 'lagSec',
    question: 'How fresh do streaming features have to be?',
    options: [
      {
        value: 'seconds',
        sets: 5,
        upTo: 59,
        gains: 'Reacts within the session: the next page knows the last click.',
        costs: 'State per key in memory, and a team on call.',
        when: 'Fraud, pacing of ads, short sessions.',
      },
      {
        value: 'minutes',
        sets: 300,
        gains: 'Micro-batches reuse batch code and recover easily.',
        costs: 'A session is half over before it counts.',
        when: 'News, inventory, counters.',
      },
    ],
    source: [HOUSE],
  },
  {
    kinds: ['prediction-log'],
    key: 'logsFeatures',
    question: 'Log the features as served, or join them later from a store?',
    options: [
      {
        value: 'yes',
        gains: 'Training sees exactly what serving saw: no skew, no join as of a time.',
        costs: 'Storage, and a new feature has no history until it was logged for weeks.',
        when: 'Wherever volume allows, be it on a sample: it is the surest cure of skew.',
      },
      {
        value: 'no',
        gains: 'New features can be computed for the whole history at once.',
        costs: 'Point-in-time joins have to be right, and serving code may still differ.',
        when: 'A feature store with joins as of a time exists, or logging is too dear.',
      },
    ],
    source: [rulesOfMl(29, 31)],
  },
  {
    kinds: ['data-validation'],
    key: 'blocking',
    question: 'Does a failed check stop the pipeline?',
    options: [
      {
        value: 'yes',
        gains: 'A bad batch never becomes a bad model.',
        costs: 'A false alarm at night stops a good pipeline; someone must be able to overrule it.',
        when: 'Checks that have proved themselves, before training and before a store.',
      },
      {
        value: 'no',
        gains: 'Nothing stops; people learn which checks are worth stopping for.',
        costs: 'Bad data goes through until someone reads the alert.',
        when: 'The first weeks of a check.',
      },
    ],
    source: [
      { title: 'Data Validation for Machine Learning', url: 'https://research.google/pubs/pub47967/' },
      rulesOfMl(10),
    ],
  },
]
