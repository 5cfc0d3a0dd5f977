import { CARD_SHOWS } from './brief'
import { defineKind } from './kind'

export default defineKind({
  id: 'brief-card',
  name: 'Brief card',
  step: 'clarify',
  what: 'Shows a part of the brief on the canvas; editing it edits the brief.',
  icon: 'clipboard-list',
  fields: [{ key: 'shows', label: 'Shows', type: 'choice', choices: Object.keys(CARD_SHOWS) }],
  keyProperty: 'shows',
  next: [],
  presets: Object.entries(CARD_SHOWS).map(([shows, { name, icon }]) => ({
    id: `card-${shows}`,
    name,
    props: { shows },
    icon,
  })),
  aliases: ['requirement', 'constraint', 'sla', 'slo', 'kpi'],
})
