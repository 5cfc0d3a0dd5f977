import { defineKind } from './kind'
import { cadenceSec, itemsPerRun, itemsPerSec, sharedTransform, validates } from './shared-fields'

export default defineKind({
  id: 'feature-pipeline-batch',
  name: 'Batch features',
  step: 'data',
  what: 'Computes features over history on a schedule.',
  icon: 'workflow',
  fields: [cadenceSec, itemsPerRun, itemsPerSec, validates, sharedTransform],
  keyProperty: 'itemsPerRun',
  liveNumber: 'cadenceSec',
  next: ['feature-store-offline', 'feature-store-online', 'dataset-builder'],
  aliases: ['batch pipeline', 'spark', 'feature engineering', 'aggregation', 'feature job'],
})
