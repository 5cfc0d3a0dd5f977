import { STEPS, type Step } from '../model/design'
import { type Graph, perGraph } from './graph'
import { wordOf } from './props'
import { servedModels } from './served'

/** How much of the system a design means to show. */
export type Scope = 'full' | 'serving' | 'training' | 'experiment' | 'data'

const STEPS_OF: Readonly<Record<Scope, ReadonlySet<Step>>> = {
  full: new Set(STEPS),
  serving: new Set(['clarify', 'frame', 'serve', 'monitor']),
  training: new Set(['frame', 'data', 'model', 'evaluate']),
  experiment: new Set(['clarify', 'evaluate']),
  data: new Set(['data']),
}

/** A drawing smaller than this has only just begun: what it lacks says nothing yet. */
export const ENOUGH_BLOCKS = 5

/** The scope the brief names; full when it names none, because what is not drawn may be what was forgotten. */
export function scopeOf(graph: Graph): Scope {
  return namedScope(graph) ?? 'full'
}

/** The steps of the framework that this scope answers for. */
export function stepsIn(scope: Scope): ReadonlySet<Step> {
  return STEPS_OF[scope]
}

/** A narrower scope that the drawing looks like, to offer for one press; null when the brief names one or none fits. */
export const scopeHint: (graph: Graph) => Scope | null = perGraph(graph => {
  if (wordOf(graph.brief, 'scope') !== undefined) return null
  if (isExperimentAlone(graph)) return 'experiment'
  if (graph.blocks.length < ENOUGH_BLOCKS) return null
  const hasTraining = graph.ofKind('training-job', 'dataset-builder').length > 0
  const hasServing = graph.ofKind('client').length > 0 || servedModels(graph).length > 0
  if (hasServing && !hasTraining) return 'serving'
  return hasTraining && !hasServing ? 'training' : null
})

function namedScope(graph: Graph): Scope | undefined {
  const word = wordOf(graph.brief, 'scope')
  return word !== undefined && Object.hasOwn(STEPS_OF, word) ? (word as Scope) : undefined
}

function isExperimentAlone(graph: Graph): boolean {
  const others = graph.blocks.filter(block => block.kind !== 'online-experiment')
  const isAround = others.every(block => block.kind === 'client' || block.kind === 'app-service')
  return others.length > 0 && others.length < graph.blocks.length && isAround
}
