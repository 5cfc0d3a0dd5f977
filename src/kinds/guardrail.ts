import { defineKind } from './kind'

export default defineKind({
  id: 'guardrail',
  name: 'Guardrail',
  step: 'serve',
  what: 'Checks what goes into a model or comes out of it, and stops what must not pass.',
  icon: 'shield-alert',
  fields: [
    { key: 'side', label: 'Checks', type: 'choice', choices: ['input', 'output', 'both'] },
    {
      key: 'checks',
      label: 'Looks for',
      type: 'list',
      examples: ['prompt-injection', 'pii', 'toxicity', 'grounding', 'jailbreak', 'secrets'],
    },
  ],
  keyProperty: 'side',
  liveNumber: 'p99Ms',
  next: ['llm', 'prompt-builder', 'app-service', 'human-review', 'prediction-log'],
  presets: [
    { id: 'input-guardrail', name: 'Input guardrail', props: { side: 'input' } },
    { id: 'output-guardrail', name: 'Output guardrail', props: { side: 'output' } },
  ],
  aliases: ['safety filter', 'moderation', 'prompt injection', 'toxicity', 'grounding check', 'content filter'],
  isExtended: true,
})
