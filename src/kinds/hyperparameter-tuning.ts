import { defineKind } from './kind'

export default defineKind({
  id: 'hyperparameter-tuning',
  name: 'Hyper-parameter tuning',
  step: 'model',
  what: 'Tries settings of the training job and keeps the best.',
  icon: 'sliders-horizontal',
  fields: [
    { key: 'method', label: 'Method', type: 'choice', choices: ['grid', 'random', 'bayes'] },
    { key: 'trials', label: 'Trials', type: 'number', unit: 'trials', min: 0 },
  ],
  keyProperty: 'method',
  liveNumber: 'trials',
  next: ['training-job', 'experiment-tracker'],
  aliases: ['hyperparameter', 'hpo', 'optuna', 'ray tune', 'sweep', 'bayesian optimisation', 'automl'],
  isExtended: true,
})
