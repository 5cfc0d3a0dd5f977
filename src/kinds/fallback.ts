import { defineKind } from './kind'

export default defineKind({
  id: 'fallback',
  name: 'Fallback',
  step: 'serve',
  what: 'The answer when the model cannot give one in time.',
  icon: 'life-buoy',
  fields: [
    {
      key: 'strategy',
      label: 'Strategy',
      type: 'text',
      examples: ['popularity', 'last good answer', 'hand-written rules', 'static default'],
    },
  ],
  keyProperty: 'strategy',
  liveNumber: 'p99Ms',
  next: ['cache', 'operational-store', 'prediction-store', 'prediction-log'],
  presets: [
    { id: 'popularity-baseline', name: 'Popularity baseline', props: { strategy: 'popularity' }, icon: 'trending-up' },
    { id: 'rules-baseline', name: 'Rules baseline', props: { strategy: 'hand-written rules' } },
  ],
  aliases: ['circuit breaker', 'default', 'heuristic', 'graceful degradation', 'backup', 'most popular'],
})
