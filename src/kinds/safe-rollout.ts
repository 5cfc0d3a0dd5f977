import { defineKind } from './kind'

export default defineKind({
  id: 'safe-rollout',
  name: 'Safe rollout',
  step: 'evaluate',
  what: 'Lets a new version face a little traffic first, and takes it back when it fails.',
  icon: 'bird',
  fields: [
    {
      key: 'method',
      label: 'Method',
      type: 'choice',
      choices: ['shadow', 'canary', 'blue-green'],
      help: 'Shadow answers nobody; canary answers a few; blue-green switches all at once and back.',
    },
    { key: 'trafficPercent', label: 'Traffic at first', type: 'number', unit: '%', min: 0, max: 100 },
    { key: 'rollback', label: 'Can roll back', type: 'yes-no', help: 'The version before is kept ready.' },
    {
      key: 'autoRollback',
      label: 'Rolls back by itself',
      type: 'yes-no',
      help: 'A guardrail metric or an alert takes the version back without a person.',
    },
  ],
  keyProperty: 'method',
  liveNumber: 'trafficPercent',
  next: ['online-inference', 'ranker', 'candidate-generator', 'batch-inference', 'embedding-job', 'online-experiment'],
  presets: [
    { id: 'canary-release', name: 'Canary release', props: { method: 'canary' } },
    { id: 'shadow-run', name: 'Shadow run', props: { method: 'shadow' }, icon: 'ghost' },
    { id: 'blue-green', name: 'Blue-green release', props: { method: 'blue-green' }, icon: 'arrow-left-right' },
  ],
  aliases: ['deployment', 'canary', 'shadow mode', 'dark launch', 'progressive delivery', 'rollback', 'release'],
})
