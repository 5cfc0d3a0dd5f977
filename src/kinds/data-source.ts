import { defineKind } from './kind'
import { curated, gbPerDay, retentionDays, rowsPerEntity, trust } from './shared-fields'

export default defineKind({
  id: 'data-source',
  name: 'Data source',
  step: 'data',
  what: 'Where raw data comes from: an application’s database, files, a vendor or a crawl.',
  icon: 'database',
  fields: [
    {
      key: 'sourceType',
      label: 'Type of source',
      type: 'choice',
      choices: ['app-db', 'warehouse', 'files', 'third-party', 'crawl'],
    },
    gbPerDay,
    retentionDays,
    trust,
    curated,
    {
      key: 'labelled',
      label: 'Carries its target',
      type: 'yes-no',
      help: 'Every row holds what is to be predicted, like a parallel corpus for translation.',
    },
    rowsPerEntity,
  ],
  keyProperty: 'sourceType',
  liveNumber: 'gbPerDay',
  next: ['data-validation', 'pii-anonymizer', 'etl-job', 'data-lake'],
  presets: [
    { id: 'application-database', name: 'Application database', props: { sourceType: 'app-db', trust: 'first-party' } },
    { id: 'files-and-media', name: 'Files and media', props: { sourceType: 'files' } },
    { id: 'third-party-data', name: 'Third-party data', props: { sourceType: 'third-party', trust: 'third-party' } },
    { id: 'web-crawl', name: 'Web crawl', props: { sourceType: 'crawl', trust: 'third-party' } },
  ],
  aliases: ['postgres', 'mysql', 's3', 'api', 'crawler', 'catalogue', 'dataset', 'corpus'],
})
