import { defineKind } from './kind'
import { auditShare } from './shared-fields'

export default defineKind({
  id: 'human-review',
  name: 'Human review',
  step: 'serve',
  what: 'People decide what the model is unsure of, hear appeals, or audit a sample.',
  icon: 'user-check',
  fields: [
    { key: 'itemsPerDay', label: 'Cases per day', type: 'number', unit: 'cases/day', min: 0 },
    { key: 'slaHours', label: 'Decided within', type: 'number', unit: 'hours', min: 0 },
    auditShare,
  ],
  keyProperty: 'slaHours',
  liveNumber: 'itemsPerDay',
  next: ['annotation', 'label-join', 'prediction-log', 'dataset-builder'],
  aliases: ['moderators', 'human in the loop', 'hitl', 'analysts', 'appeals', 'escalation', 'manual review'],
  isExtended: true,
})
