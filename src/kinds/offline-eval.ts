import { defineKind } from './kind'
import { metrics } from './shared-fields'

export default defineKind({
  id: 'offline-eval',
  name: 'Offline evaluation',
  step: 'evaluate',
  what: 'Measures a model on data it has not seen, before anyone is exposed to it.',
  icon: 'flask-conical',
  fields: [
    metrics,
    {
      key: 'slices',
      label: 'Slices',
      type: 'list',
      examples: ['new-users', 'locale', 'device', 'age-group'],
      help: 'Groups that are measured by themselves, because an average hides them.',
    },
    {
      key: 'baseline',
      label: 'Baseline',
      type: 'text',
      examples: ['model in production', 'popularity', 'keyword search'],
      help: 'What the new model has to beat.',
    },
    {
      key: 'method',
      label: 'Method',
      type: 'choice',
      choices: ['holdout', 'backtest', 'replay', 'raters', 'llm-judge'],
    },
    {
      key: 'gate',
      label: 'Gates the release',
      type: 'yes-no',
      help: 'A model that is worse than the baseline goes no further.',
    },
  ],
  keyProperty: 'metrics',
  next: ['model-registry', 'safe-rollout', 'alerting'],
  presets: [
    { id: 'backtest', name: 'Backtest', props: { method: 'backtest' } },
    { id: 'replay-evaluation', name: 'Replay evaluation', props: { method: 'replay' } },
    { id: 'rater-study', name: 'Rater study', props: { method: 'raters' } },
    { id: 'llm-judge', name: 'LLM judge', props: { method: 'llm-judge' } },
  ],
  aliases: [
    'validation',
    'test set',
    'holdout',
    'counterfactual',
    'slice analysis',
    'golden set',
    'model analysis',
    'gate',
  ],
})
