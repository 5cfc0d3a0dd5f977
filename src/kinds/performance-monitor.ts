import { defineKind } from './kind'
import { metrics, windowHours } from './shared-fields'

export default defineKind({
  id: 'performance-monitor',
  name: 'Quality monitor',
  step: 'monitor',
  what: 'Measures live quality as soon as the outcomes are known.',
  icon: 'chart-line',
  fields: [windowHours, metrics],
  keyProperty: 'metrics',
  liveNumber: 'windowHours',
  next: ['alerting', 'retraining-trigger'],
  aliases: [
    'model quality monitor',
    'quality monitor',
    'live metrics',
    'model performance',
    'calibration monitor',
    'concept drift',
  ],
})
