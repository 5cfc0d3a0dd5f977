import { defineKind } from './kind'

export default defineKind({
  id: 'operational-store',
  name: 'Operational store',
  step: 'serve',
  what: 'A live database that a request reads: by key, by document, along a graph or by term.',
  icon: 'hard-drive',
  fields: [
    {
      key: 'storeType',
      label: 'Type of store',
      type: 'text',
      examples: ['key-value', 'document', 'graph', 'inverted index', 'geo'],
    },
  ],
  keyProperty: 'storeType',
  liveNumber: 'p99Ms',
  next: ['feature-pipeline-batch', 'embedding-job', 'data-lake', 'event-stream'],
  presets: [
    { id: 'key-value-store', name: 'Key-value store', props: { storeType: 'key-value' } },
    { id: 'graph-store', name: 'Graph store', props: { storeType: 'graph' }, icon: 'waypoints' },
    { id: 'inverted-index', name: 'Inverted index', props: { storeType: 'inverted index' }, icon: 'search' },
  ],
  aliases: [
    'database',
    'elasticsearch',
    'opensearch',
    'bm25',
    'dynamodb',
    'neo4j',
    'social graph',
    'item store',
    'keyword search',
    'metadata',
  ],
})
