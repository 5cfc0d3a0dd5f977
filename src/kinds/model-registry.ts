import { defineKind } from './kind'
import { versioned } from './shared-fields'

export default defineKind({
  id: 'model-registry',
  name: 'Model registry',
  step: 'model',
  what: 'Holds each released model with its version, and who approved it.',
  icon: 'package-check',
  fields: [
    versioned,
    {
      key: 'approval',
      label: 'Approval',
      type: 'choice',
      choices: ['manual', 'auto'],
      help: 'Whether a person releases a model or the evaluation gate does.',
    },
  ],
  keyProperty: 'versioned',
  next: ['safe-rollout', 'embedding-job', 'batch-inference', 'online-inference'],
  aliases: ['mlflow', 'model store', 'artefact store', 'artifact store', 'versions'],
})
