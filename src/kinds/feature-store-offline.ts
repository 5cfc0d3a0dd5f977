import { defineKind } from './kind'
import { storedGb } from './shared-fields'

export default defineKind({
  id: 'feature-store-offline',
  name: 'Offline feature store',
  step: 'data',
  what: 'The history of every feature value, for building training sets.',
  icon: 'table-properties',
  fields: [storedGb, { key: 'features', label: 'Features', type: 'number', unit: 'features', min: 0 }],
  keyProperty: 'features',
  liveNumber: 'storedGb',
  next: ['dataset-builder', 'feature-store-online', 'batch-inference', 'drift-monitor'],
  aliases: ['feast', 'tecton', 'feature table', 'feature history'],
})
