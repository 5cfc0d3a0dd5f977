import { defineKind } from './kind'
import { freshnessSec, ttlSec } from './shared-fields'

export default defineKind({
  id: 'feature-store-online',
  name: 'Online feature store',
  step: 'data',
  what: 'The latest feature values by key, read within a request.',
  icon: 'database-zap',
  fields: [
    {
      key: 'p99Ms',
      label: 'Read latency, p99',
      type: 'number',
      unit: 'ms',
      min: 0,
      help: '99 of 100 reads are answered within this time.',
    },
    freshnessSec,
    ttlSec,
  ],
  keyProperty: 'replicas',
  liveNumber: 'p99Ms',
  next: ['batch-inference', 'drift-monitor', 'data-lake'],
  aliases: ['redis', 'dynamodb', 'cassandra', 'bigtable', 'feast', 'low latency features', 'feature serving'],
})
