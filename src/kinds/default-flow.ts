import type { FlowKind } from '../model/design'
import { allowedKinds, CALLERS, isAllowedPair, MONITORS } from './allowed-pairs'

interface Default {
  readonly kind: FlowKind
  readonly fits: (source: string, target: string) => boolean
}

const HANDS_OVER_ARTEFACTS: readonly string[] = [
  'training-job',
  'model',
  'pretrained-model',
  'model-registry',
  'safe-rollout',
  'embedding-job',
]

const RELEASES: readonly string[] = ['model-registry', 'safe-rollout']

const CONTINUOUS: readonly string[] = ['event-stream', 'feature-pipeline-stream']

/** What a plain arrow means, from the most telling pair to the least. */
const DEFAULTS: readonly Default[] = [
  { kind: 'metric', fits: (_, target) => isOneOf(MONITORS, target) || target === 'experiment-tracker' },
  { kind: 'fallback', fits: (source, target) => target === 'fallback' && isOneOf(CALLERS, source) },
  { kind: 'trigger', fits: (source, target) => isOneOf(MONITORS, source) && target !== 'alerting' },
  { kind: 'trigger', fits: source => source === 'retraining-trigger' },
  { kind: 'metric', fits: (_, target) => target === 'alerting' },
  { kind: 'trigger', fits: source => source === 'alerting' },
  { kind: 'feedback', fits: source => source === 'human-review' || source === 'feedback-collector' },
  { kind: 'feedback', fits: (_, target) => target === 'feedback-collector' || target === 'prediction-log' },
  { kind: 'artifact', fits: source => isOneOf(HANDS_OVER_ARTEFACTS, source) },
  // A model that passed goes on; an experiment that is won moves the rollout.
  { kind: 'artifact', fits: (source, target) => source === 'offline-eval' && isOneOf(RELEASES, target) },
  { kind: 'trigger', fits: (source, target) => source === 'online-experiment' && isOneOf(RELEASES, target) },
  { kind: 'async', fits: (_, target) => target === 'human-review' },
  { kind: 'stream', fits: (source, target) => isOneOf(CONTINUOUS, source) || isOneOf(CONTINUOUS, target) },
  { kind: 'request', fits: () => true },
]

/**
 * The kind of a plain arrow between two kinds of block: the first row above that fits and is allowed, otherwise
 * `data`. That can be refused too: `refusal` then says why, and what is possible.
 */
export function defaultFlowKind(sourceKind: string, targetKind: string): FlowKind {
  const match = DEFAULTS.find(
    row => row.fits(sourceKind, targetKind) && isAllowedPair(row.kind, sourceKind, targetKind),
  )
  return match?.kind ?? 'data'
}

/** The kind in which a plain arrow joins a pair: its default where that is allowed, else the first that is; null if none. */
export function plainFlowKind(sourceKind: string, targetKind: string): FlowKind | null {
  const usual = defaultFlowKind(sourceKind, targetKind)
  return isAllowedPair(usual, sourceKind, targetKind) ? usual : (allowedKinds(sourceKind, targetKind)[0] ?? null)
}

function isOneOf(kinds: readonly string[], kind: string): boolean {
  return kinds.includes(kind)
}
