import { defineKind } from './kind'
import { versioned } from './shared-fields'

export default defineKind({
  id: 'prompt-builder',
  name: 'Prompt builder',
  step: 'serve',
  what: 'Puts instructions, context and the question together into one prompt.',
  icon: 'message-square-code',
  fields: [
    {
      key: 'tokensIn',
      label: 'Tokens in',
      type: 'number',
      unit: 'tokens',
      min: 0,
      help: 'Length of the prompt with its context.',
    },
    versioned,
  ],
  keyProperty: 'tokensIn',
  liveNumber: 'p99Ms',
  next: ['llm', 'guardrail', 'ann-index'],
  aliases: ['prompt template', 'context builder', 'rag', 'system prompt', 'few-shot'],
  isExtended: true,
})
