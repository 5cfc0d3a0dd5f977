import { defineKind } from './kind'

export default defineKind({
  id: 'retraining-trigger',
  name: 'Retraining trigger',
  step: 'monitor',
  what: 'Decides when to train again: by the clock, by drift, by quality or by new data.',
  icon: 'refresh-cw',
  fields: [
    { key: 'policy', label: 'Policy', type: 'list', examples: ['schedule', 'drift', 'performance', 'new-data'] },
  ],
  keyProperty: 'policy',
  next: ['training-job', 'hyperparameter-tuning', 'feature-pipeline-batch'],
  presets: [{ id: 'scheduled-retraining', name: 'Scheduled retraining', props: { policy: ['schedule'] } }],
  aliases: ['retrain', 'scheduler', 'cron', 'continuous training', 'airflow'],
})
