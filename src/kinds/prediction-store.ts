import { defineKind } from './kind'
import { freshnessSec, storedGb } from './shared-fields'

export default defineKind({
  id: 'prediction-store',
  name: 'Prediction store',
  step: 'serve',
  what: 'Results computed ahead of time, looked up by key.',
  icon: 'archive',
  fields: [storedGb, freshnessSec],
  keyProperty: 'storedGb',
  liveNumber: 'p99Ms',
  next: ['drift-monitor', 'performance-monitor', 'data-lake'],
  aliases: ['precomputed results', 'results store', 'recommendation table', 'redis', 'score table'],
})
