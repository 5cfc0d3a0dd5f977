import { defineKind } from './kind'
import { cadenceSec, itemsPerRun, itemsPerSec, lagSec } from './shared-fields'

export default defineKind({
  id: 'embedding-job',
  name: 'Embedding job',
  step: 'model',
  what: 'Runs an encoder over every item so that an index can compare them.',
  icon: 'chart-scatter',
  fields: [cadenceSec, lagSec, itemsPerRun, itemsPerSec],
  keyProperty: 'itemsPerRun',
  liveNumber: 'cadenceSec',
  next: ['ann-index', 'feature-store-offline', 'operational-store'],
  aliases: ['encoder', 'embeddings', 'item tower', 'vectorise', 'indexing job', 'index builder'],
})
