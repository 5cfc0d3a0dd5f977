import { defineKind } from './kind'

export default defineKind({
  id: 'gateway',
  name: 'Gateway / load balancer',
  step: 'serve',
  what: 'The front door: signs callers in, limits them and spreads the load.',
  icon: 'webhook',
  fields: [{ key: 'rateLimit', label: 'Rate limit', type: 'number', unit: 'requests/s', min: 0 }],
  keyProperty: 'replicas',
  liveNumber: 'p99Ms',
  next: ['app-service', 'cache', 'online-inference', 'guardrail'],
  presets: [{ id: 'load-balancer', name: 'Load balancer', props: {} }],
  aliases: ['api gateway', 'load balancer', 'proxy', 'nginx', 'envoy', 'ingress', 'rate limiter', 'cdn'],
})
