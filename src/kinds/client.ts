import { defineKind } from './kind'

export default defineKind({
  id: 'client',
  name: 'Client',
  step: 'serve',
  what: 'Whoever asks: a user’s app, another service or a device.',
  icon: 'smartphone',
  fields: [
    {
      key: 'trafficShare',
      label: 'Share of the load',
      type: 'number',
      min: 0,
      max: 1,
      help: 'Of the peak load in the brief; clients share it equally when unset.',
    },
    { key: 'edge', label: 'Runs the model itself', type: 'yes-no', help: 'Prediction happens on the device.' },
  ],
  keyProperty: 'edge',
  liveNumber: 'trafficShare',
  next: ['gateway', 'app-service', 'event-stream', 'feedback-collector'],
  presets: [{ id: 'edge-device', name: 'Edge device', props: { edge: true } }],
  aliases: ['user', 'mobile app', 'browser', 'web', 'device', 'caller', 'frontend', 'camera'],
})
