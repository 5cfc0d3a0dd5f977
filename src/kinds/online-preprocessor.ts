import { defineKind } from './kind'
import { sharedTransform } from './shared-fields'

export default defineKind({
  id: 'online-preprocessor',
  name: 'Online preprocessing',
  step: 'serve',
  what: 'Turns a raw request into what the model takes, while the user waits.',
  icon: 'wand-sparkles',
  fields: [sharedTransform],
  keyProperty: 'replicas',
  liveNumber: 'p99Ms',
  next: ['online-inference', 'ranker', 'candidate-generator', 'llm'],
  presets: [{ id: 'query-understanding', name: 'Query understanding', props: {} }],
  aliases: ['query rewriting', 'tokeniser', 'image resize', 'transform', 'feature transform', 'spell check'],
  isExtended: true,
})
