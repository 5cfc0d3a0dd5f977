import type { Block, Id } from '../model/design'
import { type Graph, perGraph } from './graph'

/** Remembers the answer per graph and block, for walks that several rules ask for. */
export function perBlock<T>(ask: (graph: Graph, block: Block) => T): (graph: Graph, block: Block) => T {
  const answersOf = perGraph(() => new Map<Id, T>())
  return (graph, block) => {
    const answers = answersOf(graph)
    if (!answers.has(block.id)) answers.set(block.id, ask(graph, block))
    return answers.get(block.id) as T
  }
}
