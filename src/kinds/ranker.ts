import { defineKind } from './kind'
import { candidatesOut, gpuMemGb, modelParams, objectives, positionBias, precision } from './shared-fields'

export default defineKind({
  id: 'ranker',
  name: 'Ranker',
  step: 'serve',
  what: 'Scores each candidate for this user and moment.',
  icon: 'arrow-down-wide-narrow',
  fields: [
    {
      key: 'stage',
      label: 'Stage',
      type: 'choice',
      choices: ['light', 'heavy'],
      help: 'A light ranker thins out thousands, a heavy one scores the rest. Heavy when unset.',
    },
    {
      key: 'candidatesIn',
      label: 'Candidates in',
      type: 'number',
      unit: 'candidates',
      min: 0,
      help: 'How many it scores per request.',
    },
    candidatesOut,
    positionBias,
    objectives,
    {
      key: 'objectiveWeights',
      label: 'Weights of objectives',
      type: 'list',
      examples: ['click=1', 'watch-time=0.5', 'report=-10'],
      help: 'How the heads become one score.',
    },
    modelParams,
    precision,
    gpuMemGb,
    {
      key: 'optional',
      label: 'Can be skipped',
      type: 'yes-no',
      help: 'Without it the answer is worse but still there.',
    },
  ],
  keyProperty: 'modelParams',
  liveNumber: 'p99Ms',
  next: ['re-ranker', 'decision-policy', 'prediction-log', 'feature-store-online'],
  presets: [
    { id: 'light-ranker', name: 'Light ranker', props: { stage: 'light' } },
    { id: 'heavy-ranker', name: 'Heavy ranker', props: { stage: 'heavy' } },
    { id: 'cross-encoder', name: 'Cross-encoder', props: { stage: 'heavy', positionBias: 'not-positional' } },
  ],
  aliases: ['scorer', 'ctr model', 'mmoe', 'dlrm', 'learning to rank', 'pre-ranker', 'multi-task'],
})
