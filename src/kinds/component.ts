import { defineKind } from './kind'

export default defineKind({
  id: 'component',
  name: 'Component',
  step: 'serve',
  what: 'A box whose kind is not known: it takes any flow and passes everything on.',
  icon: 'component',
  fields: [],
  next: [],
  isHidden: true,
})
