import type { Flow, FlowKind } from '../model/design'
import { allowedKinds, isAllowedPair, whatIsRefused, whyNever } from './allowed-pairs'
import { defaultFlowKind } from './default-flow'
import { kindOf } from './index'

interface Phrases {
  /** "A client cannot … a training job". */
  readonly verb: string
  /** Where such a flow starts: the reason when the source is wrong. */
  readonly source: string
  /** Where it ends: the reason when the target is wrong. */
  readonly target: string
  /** The flow as a noun, to offer it. */
  readonly noun: string
}

const PHRASES: Readonly<Record<FlowKind, Phrases>> = {
  data: {
    verb: 'feed',
    source: 'batch data starts at a data source, a stream or a store',
    target: 'batch data ends at a job, a model or a store',
    noun: 'batch data',
  },
  stream: {
    verb: 'stream to',
    source: 'a stream starts where events happen or are passed on',
    target: 'a stream ends at a block that takes one event at a time',
    noun: 'a stream',
  },
  request: {
    verb: 'call',
    source: 'calls start at a client or at a block that serves one',
    target: 'a call ends at a block that answers at once',
    noun: 'a request',
  },
  async: {
    verb: 'queue work for',
    source: 'queued calls start at a block that serves requests, or at an event stream',
    target: 'queued work ends at a block that can take it up later',
    noun: 'a queued call',
  },
  fallback: {
    verb: 'fall back on',
    source: 'only a block that serves requests needs a way out',
    target: 'a way out must answer by itself, like a default, a cache or a simpler model',
    noun: 'a fallback',
  },
  artifact: {
    verb: 'hand a model to',
    source: 'models and indexes come from training, a registry or a rollout',
    target: 'models and indexes go to blocks that store, test or run them',
    noun: 'an artefact',
  },
  trigger: {
    verb: 'start',
    source: 'triggers come from monitors, alerts, checks and reviewers',
    target: 'a trigger starts a job, a rollout or an alert',
    noun: 'a trigger',
  },
  feedback: {
    verb: 'send outcomes to',
    source: 'outcomes come from clients, reviewers and the blocks that log them',
    target: 'outcomes end where they are logged, joined or labelled',
    noun: 'feedback',
  },
  metric: {
    verb: 'send metrics to',
    source: 'metrics come from the block that is measured',
    target: 'metrics go to a monitor, a tracker, an alert or an evaluation',
    noun: 'a metric',
  },
}

/**
 * One or two sentences on why a flow of this kind cannot run from one kind of block to another, and what can; without
 * a kind, why no flow can. Null when that kind (or, without one, any kind) may.
 */
export function refusal(sourceKind: string, targetKind: string, kind?: Flow['kind']): string | null {
  const possible = allowedKinds(sourceKind, targetKind)
  const isPossible = kind === undefined ? possible.length > 0 : isAllowedPair(kind, sourceKind, targetKind)
  if (isPossible) return null
  const refused = (kind ?? defaultFlowKind(sourceKind, targetKind)) as FlowKind
  const cannot = `${noun(sourceKind)} cannot ${PHRASES[refused].verb} ${noun(targetKind)}`
  const sentence = `${cannot}: ${reason(refused, sourceKind, targetKind)}.`
  return [capitalised(sentence), ...offers(sourceKind, targetKind, kind)].join(' ')
}

function reason(kind: FlowKind, sourceKind: string, targetKind: string): string {
  const refused = whatIsRefused(kind, sourceKind, targetKind)
  if (refused === 'target') return PHRASES[kind].target
  return (refused === 'pair' ? whyNever(sourceKind, targetKind) : undefined) ?? PHRASES[kind].source
}

function offers(sourceKind: string, targetKind: string, kind?: Flow['kind']): string[] {
  const possible = allowedKinds(sourceKind, targetKind).map(other => PHRASES[other].noun)
  const swapped = swappedKind(sourceKind, targetKind, kind)
  return [
    ...(possible.length > 0 ? [`Possible here: ${orList(possible)}.`] : []),
    ...(swapped ? [`The other direction works, as ${PHRASES[swapped].noun}.`] : []),
  ]
}

/** The kind with which the reverse is allowed; null when it is not, or when the two ends do not go together at all. */
function swappedKind(sourceKind: string, targetKind: string, kind?: Flow['kind']): FlowKind | null {
  const swapped = (kind ?? defaultFlowKind(targetKind, sourceKind)) as FlowKind
  const isPointless = sourceKind === targetKind || whyNever(sourceKind, targetKind) !== undefined
  return !isPointless && isAllowedPair(swapped, targetKind, sourceKind) ? swapped : null
}

/** Kinds whose name is a plural or a mass noun and takes no article. */
const WITHOUT_ARTICLE: readonly string[] = [
  'annotation',
  'feature-pipeline-batch',
  'feature-pipeline-stream',
  'hyperparameter-tuning',
  'offline-eval',
  'online-preprocessor',
  'candidate-generator',
  'online-inference',
  'batch-inference',
  'human-review',
  'alerting',
]

/** Kinds whose name reads badly after an article. */
const SHORTER: Readonly<Record<string, string>> = {
  'etl-job': 'ETL job',
  're-ranker': 're-ranker',
  'prediction-log': 'prediction log',
  'drift-monitor': 'drift monitor',
}

function noun(kindId: string): string {
  const kind = kindOf(kindId)
  const name = SHORTER[kind.id] ?? lowered(kind.name.split(' / ')[0] ?? kind.name)
  if (WITHOUT_ARTICLE.includes(kind.id)) return name
  // Acronyms are read letter by letter: an ANN index, an LLM, an ETL job, an ML task.
  return /^([aeio]|[AEFHILMNORSX][A-Z])/.test(name) ? `an ${name}` : `a ${name}`
}

function lowered(name: string): string {
  return /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1)
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
