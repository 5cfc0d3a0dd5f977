import { defineKind } from './kind'
import { learning, objectives, precision } from './shared-fields'

export default defineKind({
  id: 'model',
  name: 'Model',
  step: 'model',
  what: 'The architecture and what it optimises, before and after it is trained.',
  icon: 'brain-circuit',
  fields: [
    {
      key: 'family',
      label: 'Family',
      type: 'text',
      examples: ['logistic regression', 'gradient-boosted trees', 'two-tower', 'mmoe', 'transformer', 'cnn'],
    },
    { key: 'params', label: 'Parameters', type: 'number', unit: 'params', min: 0 },
    precision,
    objectives,
    learning,
    {
      key: 'compression',
      label: 'Compression',
      type: 'choice',
      choices: ['none', 'distil', 'quantise', 'prune'],
      help: 'How it was made small enough to serve.',
    },
    {
      key: 'maxStalenessHours',
      label: 'Stale after',
      type: 'number',
      unit: 'hours',
      min: 0,
      help: 'How old a model may get before quality suffers.',
    },
  ],
  keyProperty: 'family',
  liveNumber: 'params',
  next: ['offline-eval', 'model-registry', 'training-job'],
  presets: [
    { id: 'distilled-model', name: 'Distilled model', props: { compression: 'distil' } },
    {
      id: 'gradient-boosted-trees',
      name: 'Gradient-boosted trees',
      props: { family: 'gradient-boosted trees', learning: 'supervised' },
    },
    { id: 'ensemble', name: 'Ensemble', props: { family: 'ensemble' } },
  ],
  aliases: ['neural network', 'gbdt', 'xgboost', 'transformer', 'mmoe', 'architecture', 'loss', 'distillation'],
})
