import { defineKind } from './kind'

export default defineKind({
  id: 'pii-anonymizer',
  name: 'PII anonymiser',
  step: 'data',
  what: 'Removes or replaces what identifies a person before the data spreads.',
  icon: 'eye-off',
  fields: [
    { key: 'technique', label: 'Technique', type: 'text', examples: ['tokenise', 'hash', 'redact', 'blur', 'drop'] },
    { key: 'reversible', label: 'Reversible', type: 'yes-no', help: 'A key exists that brings the original back.' },
  ],
  keyProperty: 'technique',
  next: ['data-validation', 'data-lake', 'feature-pipeline-batch', 'feature-pipeline-stream', 'dataset-builder'],
  aliases: ['privacy filter', 'anonymizer', 'pseudonymise', 'redaction', 'tokenisation', 'gdpr', 'masking'],
})
