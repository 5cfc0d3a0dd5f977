import { defineKind } from './kind'
import {
  cadenceSec,
  fit,
  gpuMemGb,
  itemsPerRun,
  itemsPerSec,
  modelParams,
  positionBias,
  precision,
} from './shared-fields'

export default defineKind({
  id: 'batch-inference',
  name: 'Batch inference',
  step: 'serve',
  what: 'Scores many items ahead of time and stores the results.',
  icon: 'calendar-clock',
  fields: [cadenceSec, itemsPerRun, itemsPerSec, fit, modelParams, precision, gpuMemGb, positionBias],
  keyProperty: 'itemsPerRun',
  liveNumber: 'cadenceSec',
  next: ['prediction-store', 'feature-store-online', 'operational-store', 'drift-monitor'],
  aliases: ['offline scoring', 'batch scoring', 'precompute', 'nightly job', 'bulk inference', 'teacher'],
})
