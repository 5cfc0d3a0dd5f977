import { defineKind } from './kind'

export default defineKind({
  id: 'app-service',
  name: 'Application service',
  step: 'serve',
  what: 'Takes a request, calls what it needs in order, and puts the answer together.',
  icon: 'server-cog',
  fields: [
    {
      key: 'loadBalanced',
      label: 'Load balanced',
      type: 'yes-no',
      help: 'Its replicas share the load without a block of their own in front.',
    },
  ],
  keyProperty: 'replicas',
  liveNumber: 'p99Ms',
  next: [
    'candidate-generator',
    'feature-store-online',
    'ranker',
    'online-inference',
    'prediction-store',
    'fallback',
    'prediction-log',
  ],
  aliases: ['backend', 'orchestrator', 'api', 'microservice', 'feed service', 'aggregator'],
})
