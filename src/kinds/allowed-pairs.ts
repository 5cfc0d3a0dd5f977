import { FLOW_KINDS, type Flow, type FlowKind } from '../model/design'
import { isKnownKind, type KindId } from './index'

/** Some kinds of block, or all but some. */
type Kinds = readonly KindId[] | { readonly allBut: readonly KindId[] }

interface Ends {
  readonly from: Kinds
  readonly to: Kinds
}

/** Take any flow: free text, cards of the brief, and boxes whose kind is not known. */
const TAKES_ANYTHING: readonly KindId[] = ['note', 'brief-card', 'component']

export const MONITORS: readonly KindId[] = ['drift-monitor', 'performance-monitor', 'service-monitor']

const ANSWERS_REQUESTS: readonly KindId[] = [
  'gateway',
  'app-service',
  'cache',
  'online-preprocessor',
  'candidate-generator',
  'ranker',
  're-ranker',
  'online-inference',
  'decision-policy',
  'llm',
  'prompt-builder',
  'guardrail',
  'safe-rollout',
  'online-experiment',
  'fallback',
]

export const CALLERS: readonly KindId[] = ['client', ...ANSWERS_REQUESTS]

const CALLEES: readonly KindId[] = [
  ...ANSWERS_REQUESTS,
  'operational-store',
  'feature-store-online',
  'prediction-store',
  'ann-index',
]

const RUNS_A_MODEL: readonly KindId[] = ['online-inference', 'ranker', 'batch-inference', 'llm', 'candidate-generator']

/** Which kinds of block each kind of flow may leave and enter; every other pair is an invalid connection. */
const ENDS: Readonly<Record<FlowKind, Ends>> = {
  data: {
    from: { allBut: ['client', 'gateway', 'alerting', 'service-monitor', 'retraining-trigger'] },
    to: { allBut: ['client', 'gateway', 'app-service', 'alerting', 'retraining-trigger'] },
  },
  stream: {
    from: [
      'client',
      'gateway',
      'app-service',
      'event-stream',
      'data-source',
      'etl-job',
      'pii-anonymizer',
      'data-validation',
      'feature-pipeline-stream',
      'label-join',
      'dataset-builder',
      'ranker',
      'online-inference',
      'decision-policy',
      'guardrail',
      'prediction-log',
      'feedback-collector',
      'operational-store',
      'training-job',
    ],
    to: [
      'event-stream',
      'data-lake',
      'etl-job',
      'pii-anonymizer',
      'data-validation',
      'feature-pipeline-stream',
      'feature-store-offline',
      'feature-store-online',
      'label-join',
      'dataset-builder',
      'training-job',
      'embedding-job',
      'ann-index',
      'candidate-generator',
      'online-inference',
      'decision-policy',
      'guardrail',
      'operational-store',
      'prediction-store',
      'cache',
      'prediction-log',
      'feedback-collector',
      'drift-monitor',
    ],
  },
  request: { from: CALLERS, to: CALLEES },
  async: {
    from: [...CALLERS, 'event-stream'],
    to: [
      'human-review',
      'event-stream',
      'annotation',
      'batch-inference',
      'online-inference',
      'prediction-log',
      'app-service',
      'llm',
      'feature-pipeline-stream',
      'feedback-collector',
      'decision-policy',
      'guardrail',
      'offline-eval',
    ],
  },
  fallback: {
    from: CALLERS,
    to: [
      'fallback',
      'cache',
      'prediction-store',
      'operational-store',
      'decision-policy',
      're-ranker',
      'candidate-generator',
      'online-inference',
      'human-review',
    ],
  },
  artifact: {
    from: [
      'training-job',
      'model',
      'pretrained-model',
      'hyperparameter-tuning',
      'model-registry',
      'embedding-job',
      'safe-rollout',
      'offline-eval',
      'online-experiment',
    ],
    to: [
      'model',
      'model-registry',
      'offline-eval',
      'safe-rollout',
      'online-experiment',
      'embedding-job',
      // A warm start, or a teacher for distillation.
      'training-job',
      'hyperparameter-tuning',
      'ann-index',
      ...RUNS_A_MODEL,
      're-ranker',
      'online-preprocessor',
      'decision-policy',
      'guardrail',
      'prompt-builder',
      'fallback',
      'feature-pipeline-batch',
      'feature-pipeline-stream',
    ],
  },
  trigger: {
    from: [
      'retraining-trigger',
      'alerting',
      ...MONITORS,
      'offline-eval',
      'data-validation',
      'model-registry',
      'human-review',
      'online-experiment',
      'feedback-collector',
    ],
    to: [
      'training-job',
      'retraining-trigger',
      'hyperparameter-tuning',
      'batch-inference',
      'embedding-job',
      'feature-pipeline-batch',
      'etl-job',
      'safe-rollout',
      'model-registry',
      'annotation',
      'fallback',
      'alerting',
    ],
  },
  feedback: {
    from: [
      'client',
      'gateway',
      'app-service',
      'human-review',
      'feedback-collector',
      'prediction-log',
      'decision-policy',
      'guardrail',
      'online-experiment',
    ],
    to: [
      'feedback-collector',
      'prediction-log',
      'label-join',
      'annotation',
      'event-stream',
      'data-lake',
      'dataset-builder',
      'human-review',
      're-ranker',
      'training-job',
      'offline-eval',
      'operational-store',
    ],
  },
  metric: {
    from: { allBut: [] },
    to: [...MONITORS, 'experiment-tracker', 'alerting', 'online-experiment', 'offline-eval'],
  },
}

interface Never extends Ends {
  readonly why: string
}

/** Pairs that no kind of flow makes sense of, though the two ends alone would allow one. */
const NEVER: readonly Never[] = [
  {
    from: ['client'],
    to: ['training-job'],
    why: 'what clients send is logged, checked and labelled before a model learns from it',
  },
  {
    from: ['model-registry'],
    to: ['feature-store-offline', 'feature-store-online'],
    why: 'a registry holds models, a feature store holds values by entity',
  },
]

/**
 * Whether a flow of this kind may run from one kind of block to another. A kind of block that is not known takes
 * anything, like `component`; a kind of flow that is not known is another tool's and is not judged.
 */
export function isAllowedPair(kind: Flow['kind'], sourceKind: string, targetKind: string): boolean {
  return whatIsRefused(kind, sourceKind, targetKind) === null
}

/** The kinds of flow that may run from one kind of block to another, in the order of the legend; empty if none may. */
export function allowedKinds(sourceKind: string, targetKind: string): FlowKind[] {
  return FLOW_KINDS.filter(kind => isAllowedPair(kind, sourceKind, targetKind))
}

/** What a kind of flow refuses in a pair: one end, or the two together; null when the pair is allowed. */
export function whatIsRefused(
  kind: Flow['kind'],
  sourceKind: string,
  targetKind: string,
): 'source' | 'target' | 'pair' | null {
  if (takesAnything(sourceKind) || takesAnything(targetKind) || !isFlowKind(kind)) return null
  if (kind === 'request' && isDrawnResponse(sourceKind, targetKind)) return null
  const ends = ENDS[kind]
  if (!isAmong(ends.from, sourceKind)) return 'source'
  if (!isAmong(ends.to, targetKind)) return 'target'
  return whyNever(sourceKind, targetKind) === undefined ? null : 'pair'
}

/** Why no kind of flow makes sense of a pair; undefined when the ends alone decide. */
export function whyNever(sourceKind: string, targetKind: string): string | undefined {
  return NEVER.find(pair => isAmong(pair.from, sourceKind) && isAmong(pair.to, targetKind))?.why
}

function takesAnything(kind: string): boolean {
  return !isKnownKind(kind) || includes(TAKES_ANYTHING, kind)
}

function isFlowKind(kind: string): kind is FlowKind {
  return (FLOW_KINDS as readonly string[]).includes(kind)
}

/** A request into a client is the answer drawn as an arrow of its own; every analysis passes over it. */
function isDrawnResponse(sourceKind: string, targetKind: string): boolean {
  return targetKind === 'client' && includes(CALLEES, sourceKind)
}

function isAmong(kinds: Kinds, kind: string): boolean {
  return 'allBut' in kinds ? !includes(kinds.allBut, kind) : includes(kinds, kind)
}

function includes(kinds: readonly string[], kind: string): boolean {
  return kinds.includes(kind)
}
