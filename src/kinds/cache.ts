import { defineKind } from './kind'
import { ttlSec } from './shared-fields'

export default defineKind({
  id: 'cache',
  name: 'Cache',
  step: 'serve',
  what: 'Answers again what was asked a moment ago.',
  icon: 'zap',
  fields: [
    {
      key: 'hitRate',
      label: 'Hit rate',
      type: 'number',
      min: 0,
      max: 1,
      help: 'Share of requests that end here; the rest goes on.',
    },
    ttlSec,
  ],
  keyProperty: 'hitRate',
  liveNumber: 'p99Ms',
  next: ['app-service', 'online-inference', 'operational-store', 'prediction-store'],
  presets: [{ id: 'semantic-cache', name: 'Semantic cache', props: {} }],
  aliases: ['redis', 'memcached', 'response cache', 'result cache', 'edge cache'],
})
