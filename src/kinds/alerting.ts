import { defineKind } from './kind'

export default defineKind({
  id: 'alerting',
  name: 'Alerting',
  step: 'monitor',
  what: 'Wakes a person or opens a ticket when a monitor crosses its line.',
  icon: 'bell-ring',
  fields: [{ key: 'onCall', label: 'Someone is on call', type: 'yes-no', help: 'Pages are answered at night too.' }],
  keyProperty: 'onCall',
  next: ['retraining-trigger', 'safe-rollout', 'fallback'],
  aliases: ['alert', 'pagerduty', 'on-call', 'page', 'ticket', 'incident'],
})
