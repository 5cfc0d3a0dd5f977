import { defineKind } from './kind'
import { fit, gpuMemGb, gpusPerReplica, hosted, modelParams, precision } from './shared-fields'

export default defineKind({
  id: 'online-inference',
  name: 'Online inference',
  step: 'serve',
  what: 'Runs one model for each request or event.',
  icon: 'server',
  fields: [
    modelParams,
    precision,
    {
      key: 'mode',
      label: 'Mode',
      type: 'choice',
      choices: ['request', 'stream', 'edge'],
      help: 'Asked by a caller, fed by events, or on the device.',
    },
    {
      key: 'batchSize',
      label: 'Batch size',
      type: 'number',
      unit: 'requests',
      min: 0,
      help: 'Requests that share one pass over the GPU: more of them a second, each a little later.',
    },
    gpuMemGb,
    gpusPerReplica,
    fit,
    hosted,
  ],
  keyProperty: 'modelParams',
  liveNumber: 'p99Ms',
  next: ['decision-policy', 'fallback', 'feature-store-online', 'prediction-log', 'drift-monitor'],
  presets: [
    { id: 'stream-scoring', name: 'Stream scoring', props: { mode: 'stream' } },
    { id: 'edge-inference', name: 'Edge inference', props: { mode: 'edge' } },
    { id: 'hosted-model-api', name: 'Hosted model API', props: { hosted: true, modelParams: 'external' } },
  ],
  aliases: [
    'model server',
    'prediction service',
    'triton',
    'torchserve',
    'tf serving',
    'scoring',
    'endpoint',
    'gpu inference',
    'classifier',
    'detector',
  ],
})
