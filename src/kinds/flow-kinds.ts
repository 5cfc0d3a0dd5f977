import type { FlowKind } from '../model/design'
import type { Field } from './kind'

export { allowedKinds, isAllowedPair } from './allowed-pairs'
export { defaultFlowKind, plainFlowKind } from './default-flow'
export { refusal } from './refusal'

interface FlowName {
  readonly name: string
  /** One sentence: what such a flow means, and which way it points. */
  readonly what: string
  /** What travels along it, for the legend. */
  readonly carries: string
}

/** The nine kinds of flow as people read them. */
export const FLOW_NAMES: Readonly<Record<FlowKind, FlowName>> = {
  data: {
    name: 'Batch data',
    what: 'Data moved in bulk, from the block that has it to the block that needs it.',
    carries: 'Files and tables, on a schedule',
  },
  stream: {
    name: 'Stream',
    what: 'Data that keeps arriving, from where it happens to where it is used.',
    carries: 'Events as they happen',
  },
  request: {
    name: 'Request',
    what: 'A call whose caller waits; the answer comes back along the same line.',
    carries: 'A call that someone waits for; counts towards p99',
  },
  async: {
    name: 'Queued call',
    what: 'Work handed over without waiting for it.',
    carries: 'Work for later; adds no latency',
  },
  fallback: {
    name: 'Fallback',
    what: 'Where a caller turns when the block it asked is late or down.',
    carries: 'The call, when the usual path fails',
  },
  artifact: {
    name: 'Artefact',
    what: 'Something built once and then used, from its builder to its user.',
    carries: 'Models, indexes, configuration',
  },
  trigger: {
    name: 'Trigger',
    what: 'A signal that makes a job run or a rollout move, from cause to effect.',
    carries: 'Start, promote, roll back, retrain',
  },
  feedback: {
    name: 'Feedback',
    what: 'What came of a prediction, on its way back to become data.',
    carries: 'Clicks, reports, labels, outcomes',
  },
  metric: {
    name: 'Metric',
    what: 'Measurements, from the block that is watched to the block that watches.',
    carries: 'Telemetry, scores, distributions',
  },
}

/** What a flow can say about itself. */
export const FLOW_FIELDS: readonly Field[] = [
  {
    key: 'stage',
    label: 'Stage',
    type: 'number',
    min: 0,
    help: 'Calls of one caller with the same stage run side by side; different stages run one after another.',
  },
  {
    key: 'trafficShare',
    label: 'Share of traffic',
    type: 'number',
    min: 0,
    max: 1,
    help: 'Share of the caller’s requests that take this flow. 1 when unset.',
  },
  {
    key: 'callsPerRequest',
    label: 'Calls per request',
    type: 'number',
    unit: 'calls',
    min: 0,
    help: 'How often the caller makes this call while it serves one request. 1 when unset.',
  },
  {
    key: 'timeoutMs',
    label: 'Timeout',
    type: 'number',
    unit: 'ms',
    min: 0,
    help: 'How long the caller waits before it gives up or falls back.',
  },
  {
    key: 'maxIterations',
    label: 'Most iterations',
    type: 'number',
    unit: 'iterations',
    min: 0,
    help: 'Bounds a loop of requests, as in an agent; a loop without it is a cycle.',
  },
  {
    key: 'lagged',
    label: 'As of an earlier time',
    type: 'yes-no',
    help: 'Only values from before the event are joined, so the outcome cannot leak into features.',
  },
]
