import { defineKind } from './kind'
import { capacityGb, curated, gbPerDay, retentionDays, storedGb } from './shared-fields'

export default defineKind({
  id: 'data-lake',
  name: 'Data lake / warehouse',
  step: 'data',
  what: 'Bulk history at low cost, read by jobs and never by a waiting user.',
  icon: 'warehouse',
  fields: [
    storedGb,
    gbPerDay,
    retentionDays,
    capacityGb,
    {
      key: 'replication',
      label: 'Copies',
      type: 'number',
      unit: 'copies',
      min: 0,
      help: 'Each byte is stored this often; multiplies what the disks hold.',
    },
    curated,
  ],
  keyProperty: 'retentionDays',
  liveNumber: 'storedGb',
  next: ['dataset-builder', 'feature-pipeline-batch', 'data-validation', 'batch-inference'],
  presets: [
    { id: 'data-warehouse', name: 'Data warehouse', props: {} },
    { id: 'object-store', name: 'Object store', props: {}, icon: 'archive' },
  ],
  aliases: [
    'bigquery',
    'snowflake',
    'redshift',
    'lakehouse',
    'delta',
    'iceberg',
    'hive',
    's3',
    'gcs',
    'blob storage',
    'hdfs',
  ],
})
