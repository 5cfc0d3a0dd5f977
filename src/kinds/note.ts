import { defineKind } from './kind'

export default defineKind({
  id: 'note',
  name: 'Note',
  step: 'clarify',
  what: 'Free text beside the drawing; no check reads it.',
  icon: 'sticky-note',
  fields: [],
  next: [],
  aliases: ['text', 'comment', 'annotation', 'sticky'],
  isExtended: true,
})
