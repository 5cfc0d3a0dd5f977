import { defineKind } from './kind'
import { capacityGb, trust } from './shared-fields'

export default defineKind({
  id: 'event-stream',
  name: 'Event stream',
  step: 'data',
  what: 'An ordered log of interactions or changes that consumers read as it grows.',
  icon: 'radio-tower',
  fields: [
    { key: 'eventsPerSec', label: 'Events per second', type: 'number', unit: 'events/s', min: 0 },
    { key: 'bytesPerEvent', label: 'Size of an event', type: 'number', unit: 'bytes', min: 0 },
    {
      key: 'retentionHours',
      label: 'Kept for',
      type: 'number',
      unit: 'hours',
      min: 0,
      help: 'How far back a consumer can start again.',
    },
    capacityGb,
    trust,
  ],
  keyProperty: 'retentionHours',
  liveNumber: 'eventsPerSec',
  next: ['pii-anonymizer', 'data-validation', 'feature-pipeline-stream', 'label-join', 'data-lake'],
  presets: [
    { id: 'message-queue', name: 'Message queue', props: {} },
    { id: 'clickstream', name: 'Clickstream', props: { trust: 'user-generated' } },
    { id: 'change-data-capture', name: 'Change data capture', props: { trust: 'first-party' } },
  ],
  aliases: ['kafka', 'kinesis', 'pub/sub', 'pulsar', 'queue', 'topic', 'cdc', 'event log', 'interactions'],
})
