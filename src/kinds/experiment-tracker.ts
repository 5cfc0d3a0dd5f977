import { defineKind } from './kind'

export default defineKind({
  id: 'experiment-tracker',
  name: 'Experiment tracker',
  step: 'model',
  what: 'Remembers what each run was given and what came out of it.',
  icon: 'notebook-pen',
  fields: [],
  next: ['alerting'],
  aliases: ['mlflow', 'weights & biases', 'wandb', 'neptune', 'lineage', 'metadata store'],
  isExtended: true,
})
