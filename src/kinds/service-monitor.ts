import { defineKind } from './kind'

export default defineKind({
  id: 'service-monitor',
  name: 'Service monitor',
  step: 'monitor',
  what: 'Watches latency, errors and load of what serves.',
  icon: 'timer',
  fields: [
    {
      key: 'slo',
      label: 'Objective',
      type: 'text',
      examples: ['p99 below 200 ms in 99.9 % of minutes', 'errors below 0.1 %'],
    },
  ],
  keyProperty: 'slo',
  next: ['alerting'],
  aliases: ['prometheus', 'grafana', 'datadog', 'apm', 'latency monitor', 'slo', 'uptime', 'observability'],
  isExtended: true,
})
