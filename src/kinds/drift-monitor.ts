import { defineKind } from './kind'
import { windowHours } from './shared-fields'

export default defineKind({
  id: 'drift-monitor',
  name: 'Drift & skew monitor',
  step: 'monitor',
  what: 'Compares today’s inputs and scores with those of training, or of last week.',
  icon: 'activity',
  fields: [
    windowHours,
    {
      key: 'method',
      label: 'Method',
      type: 'choice',
      choices: ['psi', 'ks', 'js'],
      help: 'Population stability index, Kolmogorov–Smirnov test or Jensen–Shannon divergence.',
    },
  ],
  keyProperty: 'method',
  liveNumber: 'windowHours',
  next: ['alerting', 'retraining-trigger'],
  aliases: ['data drift', 'skew', 'psi', 'distribution shift', 'evidently', 'covariate shift'],
})
