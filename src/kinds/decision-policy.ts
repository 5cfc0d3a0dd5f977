import { defineKind } from './kind'
import { auditShare, explorationShare } from './shared-fields'

export default defineKind({
  id: 'decision-policy',
  name: 'Decision policy',
  step: 'serve',
  what: 'Turns scores into an action: a threshold, an auction or a rule of the business.',
  icon: 'scale',
  fields: [
    { key: 'action', label: 'Action', type: 'choice', choices: ['allow', 'block', 'remove', 'rank', 'promise'] },
    { key: 'thresholds', label: 'Thresholds', type: 'text', examples: ['block above 0.95, review above 0.7'] },
    {
      key: 'holdoutShare',
      label: 'Let through at random',
      type: 'number',
      min: 0,
      max: 1,
      help: 'Share of cases that the policy would stop but lets pass, so that their outcome is seen.',
    },
    explorationShare,
    auditShare,
  ],
  keyProperty: 'action',
  liveNumber: 'p99Ms',
  next: ['human-review', 'prediction-log', 'event-stream', 'fallback'],
  presets: [
    { id: 'threshold-policy', name: 'Threshold policy', props: {} },
    { id: 'auction', name: 'Auction', props: { action: 'rank' } },
  ],
  aliases: ['threshold', 'auction', 'rules engine', 'business rules', 'pacing', 'moderation action'],
  isExtended: true,
})
