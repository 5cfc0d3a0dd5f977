import type { Block, Id } from '../model/design'
import type { Graph } from './graph'
import { descendants, REQUEST } from './reach'
import { callersOf } from './request-path'

/**
 * All that is called while a request which needs this block is answered: by the block, and by whoever waits for it.
 * A client's other calls are left out, for they may be other pages. The block is among them when someone calls it.
 */
export function calledAlongside(graph: Graph, block: Block): ReadonlySet<Id> {
  const askers = [block, ...callersOf(graph, block.id)].map(each => each.id)
  return descendants(graph, askers, REQUEST)
}
