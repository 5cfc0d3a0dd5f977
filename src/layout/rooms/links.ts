import type { Id } from '../../model/design'
import type { Parts } from '../parts'
import { isLineage } from '../score'

/** How much it costs that a flow is long, bends and crosses another one. By eye, over fifteen documented designs. */
interface Weights {
  readonly length: number
  readonly bend: number
  readonly cross: number
}

const WEIGHTS = new Map<string, Weights>([
  ['request', { length: 1.5, bend: 2.2, cross: 1.4 }],
  ['data', { length: 1.3, bend: 1.6, cross: 1.1 }],
  ['stream', { length: 1.2, bend: 1.5, cross: 1.1 }],
  ['artifact', { length: 1.2, bend: 1.5, cross: 1.1 }],
  ['async', { length: 1, bend: 1.2, cross: 1 }],
  ['fallback', { length: 1, bend: 1.1, cross: 1 }],
  ['feedback', { length: 0.8, bend: 1, cross: 0.9 }],
  ['trigger', { length: 0.8, bend: 1, cross: 0.9 }],
  ['metric', { length: 0.7, bend: 0.8, cross: 0.8 }],
])
const PLAIN: Weights = { length: 1, bend: 1, cross: 1 }

/** Requests enter through these and should run on in a straight row. */
const ENTRANCES = new Set(['client', 'gateway', 'cache'])

/** From the dataset to the registry: the line of training should run on in a straight row. */
const TRAINING_LINE = new Set(['dataset-builder', 'training-job', 'model', 'offline-eval', 'model-registry'])

/** A flow between two blocks by their numbers among the parts, with what the search must know of it. */
export interface Link extends Weights {
  readonly source: number
  readonly target: number
  readonly isLineage: boolean
  readonly isRequest: boolean
  readonly isEntrance: boolean
  readonly isTrainingLine: boolean
}

/** The flows of the parts, in their order. */
export function linksOf(parts: Parts, number: ReadonlyMap<Id, number>): Link[] {
  const kinds = new Map(parts.blocks.map(block => [block.id, block.kind]))
  return parts.flows.map(flow => {
    const kind = kinds.get(flow.source) ?? ''
    return {
      ...(WEIGHTS.get(flow.kind) ?? PLAIN),
      source: number.get(flow.source) as number,
      target: number.get(flow.target) as number,
      isLineage: isLineage(flow.kind, kind),
      isRequest: flow.kind === 'request',
      isEntrance: flow.kind === 'request' && ENTRANCES.has(kind),
      isTrainingLine: isTrainingLine(flow.kind, kind),
    }
  })
}

/** Whether a flow of that kind from a block of that kind is part of the line of training. */
export function isTrainingLine(flowKind: string, sourceKind: string): boolean {
  return (flowKind === 'data' || flowKind === 'artifact') && TRAINING_LINE.has(sourceKind)
}
