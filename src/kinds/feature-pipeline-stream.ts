import { defineKind } from './kind'
import { lagSec, sharedTransform, validates } from './shared-fields'

export default defineKind({
  id: 'feature-pipeline-stream',
  name: 'Streaming features',
  step: 'data',
  what: 'Keeps counters and windows current as events arrive.',
  icon: 'audio-waveform',
  fields: [
    lagSec,
    { key: 'windowSec', label: 'Window', type: 'number', unit: 's', min: 0, help: 'How far back a counter looks.' },
    validates,
    sharedTransform,
  ],
  keyProperty: 'windowSec',
  liveNumber: 'lagSec',
  next: ['feature-store-online', 'feature-store-offline', 'online-inference'],
  aliases: ['stream processor', 'flink', 'beam', 'spark streaming', 'real-time features', 'velocity counters'],
})
