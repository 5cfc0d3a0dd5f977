import { defineKind } from './kind'
import { candidatesOut, hosted } from './shared-fields'

export default defineKind({
  id: 'candidate-generator',
  name: 'Candidate generation',
  step: 'serve',
  what: 'Cuts a large corpus down to the few hundred items worth scoring.',
  icon: 'list-filter',
  fields: [
    {
      key: 'method',
      label: 'Method',
      type: 'choice',
      choices: [
        'two-tower',
        'embedding',
        'collaborative',
        'graph-model',
        'bandit',
        'heuristic',
        'geo',
        'popularity',
        'content',
      ],
      help: 'The first five run a model, the others follow a rule.',
    },
    candidatesOut,
    {
      key: 'queryBy',
      label: 'Asks the index by',
      type: 'choice',
      choices: ['vector', 'item-id'],
      help: 'By vector it encodes the query itself; by item it looks up vectors that exist.',
    },
    hosted,
  ],
  keyProperty: 'candidatesOut',
  liveNumber: 'p99Ms',
  next: ['ranker', 'ann-index', 'feature-store-online', 'operational-store', 're-ranker'],
  presets: [
    { id: 'two-tower-retrieval', name: 'Two-tower retrieval', props: { method: 'two-tower', queryBy: 'vector' } },
    { id: 'collaborative-filtering', name: 'Collaborative filtering', props: { method: 'collaborative' } },
    { id: 'popular-candidates', name: 'Popular candidates', props: { method: 'popularity' }, icon: 'trending-up' },
    { id: 'nearby-candidates', name: 'Nearby candidates', props: { method: 'geo' } },
  ],
  aliases: [
    'retrieval',
    'retriever',
    'recall stage',
    'matching',
    'matrix factorisation',
    'als',
    'candidate sourcing',
    'hybrid search',
  ],
})
