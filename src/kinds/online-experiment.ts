import { defineKind } from './kind'
import { metrics } from './shared-fields'

export default defineKind({
  id: 'online-experiment',
  name: 'Online experiment',
  step: 'evaluate',
  what: 'Compares versions on live traffic to learn what the change causes.',
  icon: 'split',
  fields: [
    {
      key: 'method',
      label: 'Method',
      type: 'choice',
      choices: ['ab', 'interleaving', 'switchback', 'holdout', 'bandit'],
      help: 'Interleaving for two rankings in one list; switchback where users share supply.',
    },
    {
      key: 'unit',
      label: 'Unit',
      type: 'choice',
      choices: ['user', 'session', 'card', 'cluster', 'region', 'region-hour'],
      help: 'What is assigned to a version; a cluster or region where users affect each other.',
    },
    { key: 'rampPercent', label: 'Traffic in the experiment', type: 'number', unit: '%', min: 0, max: 100 },
    metrics,
  ],
  keyProperty: 'method',
  liveNumber: 'rampPercent',
  next: ['safe-rollout', 'alerting'],
  presets: [
    { id: 'ab-test', name: 'A/B test', props: { method: 'ab' } },
    { id: 'interleaving', name: 'Interleaving', props: { method: 'interleaving' }, icon: 'merge' },
    { id: 'switchback', name: 'Switchback', props: { method: 'switchback' }, icon: 'arrow-left-right' },
    { id: 'holdout-group', name: 'Holdout group', props: { method: 'holdout' }, icon: 'users' },
    { id: 'bandit', name: 'Bandit', props: { method: 'bandit' }, icon: 'dices' },
  ],
  aliases: ['ab test', 'split test', 'experimentation', 'thompson sampling', 'treatment', 'control group'],
})
