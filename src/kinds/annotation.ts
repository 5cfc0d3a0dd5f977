import { defineKind } from './kind'
import { rowsPerEntity } from './shared-fields'

export default defineKind({
  id: 'annotation',
  name: 'Human labelling',
  step: 'data',
  what: 'People give examples their label, by a guideline.',
  icon: 'tags',
  fields: [
    { key: 'labelsPerDay', label: 'Labels per day', type: 'number', unit: 'labels/day', min: 0 },
    { key: 'costPerLabel', label: 'Cost per label', type: 'number', unit: 'US dollars', min: 0 },
    {
      key: 'overlap',
      label: 'Raters per item',
      type: 'number',
      unit: 'raters',
      min: 0,
      help: 'With two or more on a sample, their agreement can be measured.',
    },
    {
      key: 'agreement',
      label: 'Agreement',
      type: 'number',
      min: 0,
      max: 1,
      help: 'How often raters agree beyond chance, such as Cohen’s kappa.',
    },
    {
      key: 'activeLearning',
      label: 'Active learning',
      type: 'yes-no',
      help: 'The model picks the examples it would learn most from.',
    },
    rowsPerEntity,
  ],
  keyProperty: 'overlap',
  liveNumber: 'labelsPerDay',
  next: ['dataset-builder', 'offline-eval', 'training-job'],
  presets: [{ id: 'active-learning', name: 'Active learning', props: { activeLearning: true } }],
  aliases: ['labeling', 'labelling', 'annotators', 'raters', 'crowd', 'ground truth', 'golden set', 'mechanical turk'],
})
