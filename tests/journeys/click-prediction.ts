import { readDesign } from '../../src/gate'
import type { Design } from '../../src/model/design'
import { analyse } from '../../src/rules/analyse'

/** Kinds of the blocks of the reference design, by the name that each has at the end. */
export const BLOCKS = {
  Client: 'client',
  'Application service': 'app-service',
  'Click predictor': 'online-inference',
  'Online feature store': 'feature-store-online',
  'Event stream': 'event-stream',
  'Click labels': 'label-join',
  'Training set builder': 'dataset-builder',
  'Click model training': 'training-job',
  'Offline evaluation': 'offline-eval',
  'Model registry': 'model-registry',
  'Safe rollout': 'safe-rollout',
  'Prediction log': 'prediction-log',
} as const

/** What is added after what, each by the name of its kind: a chain of ten blocks with nine flows. */
export const CHAIN = [
  'Client',
  'Application service',
  'Online inference',
  'Prediction log',
  'Label builder',
  'Training set builder',
  'Training job',
  'Offline evaluation',
  'Model registry',
  'Safe rollout',
] as const

/** Names that blocks get in place of those of their kinds. */
export const RENAMED = {
  'Online inference': 'Click predictor',
  'Label builder': 'Click labels',
  'Training job': 'Click model training',
} as const

/** All flows at the end, by the names of their ends, with their kinds. */
export const FLOWS = [
  ['Client', 'Application service', 'request'],
  ['Application service', 'Click predictor', 'request'],
  ['Click predictor', 'Prediction log', 'data'],
  ['Prediction log', 'Click labels', 'data'],
  ['Click labels', 'Training set builder', 'data'],
  ['Training set builder', 'Click model training', 'data'],
  ['Click model training', 'Offline evaluation', 'artifact'],
  ['Offline evaluation', 'Model registry', 'artifact'],
  ['Model registry', 'Safe rollout', 'artifact'],
  ['Safe rollout', 'Click predictor', 'artifact'],
  ['Client', 'Event stream', 'stream'],
  ['Event stream', 'Click labels', 'stream'],
  ['Click predictor', 'Online feature store', 'request'],
  ['Event stream', 'Online feature store', 'stream'],
] as const

/** The rooms and the blocks that stand in each. */
export const ROOMS = {
  'Request path': ['Application service', 'Click predictor', 'Online feature store'],
  Training: ['Training set builder', 'Click model training', 'Offline evaluation', 'Model registry'],
} as const

/** A saved file as the design above is written: names, kinds and ends, without ids and places; and how many errors it has. */
export function contentOf(text: string) {
  const design = designOf(text)
  const label = (id: string) => design.blocks[id]?.label ?? id
  const blocks = Object.values(design.blocks)
  return {
    blocks: Object.fromEntries(blocks.map(({ label, kind }) => [label, kind])),
    flows: Object.values(design.flows)
      .map(({ source, target, kind }) => [label(source), label(target), kind])
      .sort(),
    rooms: Object.fromEntries(
      Object.values(design.groups).map(room => [
        room.label,
        blocks
          .filter(({ group }) => group === room.id)
          .map(one => one.label)
          .sort(),
      ]),
    ),
    errors: analyse(design, { review: true }).findings.filter(({ severity }) => severity === 'error').length,
  }
}

/** What `contentOf` says of the reference design once its errors are fixed: with checked data and two monitors. */
export const FIXED = {
  blocks: {
    ...BLOCKS,
    'Data validation': 'data-validation',
    'Drift & skew monitor': 'drift-monitor',
    'Quality monitor': 'performance-monitor',
  },
  flows: [
    ...FLOWS.filter(([from, to]) => !(from === 'Event stream' && to === 'Click labels')),
    ['Event stream', 'Data validation', 'stream'],
    ['Data validation', 'Click labels', 'stream'],
    ['Prediction log', 'Drift & skew monitor', 'metric'],
    ['Training set builder', 'Drift & skew monitor', 'metric'],
    ['Prediction log', 'Quality monitor', 'metric'],
    ['Click labels', 'Quality monitor', 'metric'],
  ]
    .map(flow => [...flow])
    .sort(),
  rooms: Object.fromEntries(Object.entries(ROOMS).map(([name, members]) => [name, [...members].sort()])),
  errors: 0,
}

function designOf(text: string): Design {
  const read = readDesign(text)
  if (!read.ok) throw new Error(`The saved file is refused: ${read.problems[0]?.message}`)
  return read.value
}
