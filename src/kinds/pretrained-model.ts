import { defineKind } from './kind'

export default defineKind({
  id: 'pretrained-model',
  name: 'Pre-trained model',
  step: 'model',
  what: 'A checkpoint that someone else trained and you build on.',
  icon: 'box',
  fields: [
    {
      key: 'version',
      label: 'Version',
      type: 'text',
      examples: ['pinned', 'v1.5', 'a checksum'],
      help: 'Pinned, so that an update upstream changes nothing unseen.',
    },
    { key: 'licence', label: 'Licence', type: 'text', examples: ['checked', 'Apache-2.0', 'research only'] },
    {
      key: 'provenance',
      label: 'Provenance',
      type: 'text',
      examples: ['vendor release, checksum verified', 'model hub'],
      help: 'Where the file came from and how that was verified.',
    },
  ],
  keyProperty: 'version',
  next: ['training-job', 'embedding-job', 'model-registry', 'llm'],
  presets: [{ id: 'foundation-model', name: 'Foundation model', props: {} }],
  aliases: ['checkpoint', 'hugging face', 'clip', 'bert', 'encoder', 'open weights', 'transfer learning'],
  isExtended: true,
})
