import { defineKind } from './kind'
import { versioned } from './shared-fields'

export default defineKind({
  id: 'dataset-builder',
  name: 'Training set builder',
  step: 'data',
  what: 'Samples, joins features to labels as they were at the time, and splits into training and test.',
  icon: 'table-2',
  fields: [
    {
      key: 'split',
      label: 'Split',
      type: 'choice',
      choices: ['time', 'entity', 'random', 'none'],
      help: 'By time or by entity keeps the test honest; at random can leak.',
    },
    {
      key: 'pointInTime',
      label: 'Point-in-time join',
      type: 'yes-no',
      help: 'Each example sees only feature values from before its event.',
    },
    { key: 'examples', label: 'Examples', type: 'number', unit: 'examples', min: 0 },
    {
      key: 'sampling',
      label: 'Sampling',
      type: 'text',
      examples: ['all positives, 1 in 10 negatives', 'stratified by market'],
    },
    {
      key: 'negSampling',
      label: 'Negatives kept',
      type: 'number',
      min: 0,
      max: 1,
      help: 'Below 1 the scores shift and need a correction.',
    },
    {
      key: 'importanceWeighted',
      label: 'Importance weighted',
      type: 'yes-no',
      help: 'Sampled examples count by the inverse of their sampling rate.',
    },
    { key: 'classWeighted', label: 'Class weighted', type: 'yes-no', help: 'Rare classes count more in the loss.' },
    { key: 'augmentation', label: 'Augmentation', type: 'text', examples: ['crops and flips', 'back-translation'] },
    {
      key: 'validationSplit',
      label: 'Validation split',
      type: 'yes-no',
      help: 'A third part chooses hyper-parameters, so the test part stays untouched.',
    },
    versioned,
  ],
  keyProperty: 'split',
  liveNumber: 'examples',
  next: ['training-job', 'offline-eval', 'hyperparameter-tuning'],
  aliases: ['training data', 'training set', 'dataset', 'sampler', 'train test split', 'tfrecord'],
})
