import { defineKind } from './kind'
import { capacityGb, gbPerDay, retentionDays } from './shared-fields'

export default defineKind({
  id: 'prediction-log',
  name: 'Prediction log',
  step: 'monitor',
  what: 'Remembers what was shown, with which score and from which features.',
  icon: 'scroll-text',
  fields: [
    {
      key: 'logsFeatures',
      label: 'Logs features',
      type: 'yes-no',
      help: 'Feature values as they were used, so that training sees what serving saw.',
    },
    gbPerDay,
    retentionDays,
    capacityGb,
    {
      key: 'sampleRate',
      label: 'Sampled',
      type: 'number',
      min: 0,
      max: 1,
      help: 'Share of requests that are logged; all when unset.',
    },
  ],
  keyProperty: 'retentionDays',
  liveNumber: 'gbPerDay',
  next: ['label-join', 'drift-monitor', 'performance-monitor', 'online-experiment', 'data-lake'],
  aliases: ['impression log', 'impressions', 'inference log', 'audit log', 'logging', 'exposure log', 'traces'],
})
