import { defineKind } from './kind'
import { explorationShare } from './shared-fields'

export default defineKind({
  id: 're-ranker',
  name: 'Re-ranking / policy layer',
  step: 'serve',
  what: 'Arranges the scored list as a whole: diversity, rules, fairness, exploration.',
  icon: 'list-ordered',
  fields: [
    explorationShare,
    {
      key: 'fairness',
      label: 'Fairness',
      type: 'yes-no',
      help: 'Exposure is balanced between groups of creators or sellers.',
    },
  ],
  keyProperty: 'explorationShare',
  liveNumber: 'p99Ms',
  next: ['prediction-log', 'decision-policy', 'cache'],
  aliases: ['reranker', 'diversity', 'mmr', 'business rules', 'blending', 'value model', 'policy layer'],
})
