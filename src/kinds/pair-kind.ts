import type { Flow } from '../model/design'
import { isAllowedPair } from './allowed-pairs'
import { plainFlowKind } from './default-flow'

/**
 * The kind of a flow from one kind of block to another: the first of the wishes that the pair takes, else what a plain
 * arrow means there, else any that it takes; null when no kind of flow may join the two.
 */
export function pairKind(source: string, target: string, wishes: readonly Flow['kind'][]): Flow['kind'] | null {
  return wishes.find(kind => isAllowedPair(kind, source, target)) ?? plainFlowKind(source, target)
}

/** Whether a kind of block is a station of flows: free text and cards of the brief lie beside them, whatever is drawn. */
export function standsInFlows(kind: string): boolean {
  return kind !== 'note' && kind !== 'brief-card'
}
