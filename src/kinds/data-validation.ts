import { defineKind } from './kind'

export default defineKind({
  id: 'data-validation',
  name: 'Data validation',
  step: 'data',
  what: 'Tests data before anyone learns from it: schema, ranges, distribution, duplicates.',
  icon: 'shield-check',
  fields: [
    {
      key: 'blocking',
      label: 'Blocking',
      type: 'yes-no',
      help: 'Data that fails stops here; otherwise it only raises an alert.',
    },
    {
      key: 'schemaVersioned',
      label: 'Versioned schema',
      type: 'yes-no',
      help: 'A change of the schema is reviewed like a change of code.',
    },
  ],
  keyProperty: 'blocking',
  next: ['dataset-builder', 'feature-pipeline-batch', 'feature-pipeline-stream', 'data-lake', 'embedding-job'],
  aliases: ['great expectations', 'tfdv', 'data quality', 'schema check', 'spam filter', 'bot filter', 'deduplication'],
})
