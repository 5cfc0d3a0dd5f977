import { defineKind } from './kind'

export default defineKind({
  id: 'label-join',
  name: 'Label builder',
  step: 'data',
  what: 'Joins what happened later to what was predicted or shown, and so makes labels.',
  icon: 'merge',
  fields: [
    {
      key: 'labelType',
      label: 'Type of label',
      type: 'choice',
      choices: ['natural', 'weak', 'synthetic'],
      help: 'Natural: users or events produce it. Weak: rules or a model guess it. Synthetic: it is generated.',
    },
    {
      key: 'labelDelayHours',
      label: 'Label delay',
      type: 'number',
      unit: 'hours',
      min: 0,
      help: 'Until most outcomes are known, such as two days for a purchase.',
    },
    {
      key: 'windowHours',
      label: 'Join window',
      type: 'number',
      unit: 'hours',
      min: 0,
      help: 'How long it waits for an outcome before the label is negative.',
    },
    {
      key: 'delayHandling',
      label: 'Treatment of delay',
      type: 'text',
      examples: ['wait for the window', 'importance correction', 'proxy label'],
    },
    { key: 'positiveRate', label: 'Positive rate', type: 'number', min: 0, max: 1 },
    {
      key: 'spamFilter',
      label: 'Filters spam',
      type: 'yes-no',
      help: 'Clicks of bots and attackers do not become labels.',
    },
  ],
  keyProperty: 'labelType',
  liveNumber: 'labelDelayHours',
  next: ['dataset-builder', 'performance-monitor', 'offline-eval'],
  presets: [{ id: 'weak-labelling', name: 'Weak labelling', props: { labelType: 'weak' } }],
  aliases: ['label joiner', 'attribution', 'outcome join', 'snorkel', 'weak supervision', 'implicit feedback'],
})
