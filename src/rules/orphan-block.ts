import type { Graph } from '../graph/graph'
import { allowedKinds } from '../kinds/flow-kinds'
import { kindOf } from '../kinds/index'
import type { Block, Id } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { houseRule } from './sources'
import { named } from './words'

export default defineRule({
  id: 'orphan-block',
  step: 'diagram',
  sort: 'coverage',
  severity: 'warning',
  summary: 'Every block is wired to another.',
  why: 'A block without a flow takes no part: nobody can tell what it reads, what it gives, or who waits for it. In a review it is the first thing to be asked about.',
  cure: 'Wire the block to what it reads from or gives to, or remove it.',
  tradeoff: 'A flow must be right to help: a block that is only being considered reads better as a note.',
  silent: [
    'Notes and brief cards belong to the drawing, not to the system.',
    'One flow is enough, whatever its kind: whether it is the right one is the matter of other rules.',
  ],
  source: [houseRule('A block takes part through its flows')],
  good: [`client -> app-service`, `n1 note "To discuss"; client -> app-service`, `app-service -request-> client`],
  bad: [
    `client -> app-service -> ranker; cache`,
    `prediction-log -> drift-monitor; performance-monitor`,
    `n1 note "Later"; n1 -data-> llm; client -> app-service`,
  ],
  applies: graph => graph.blocks.length > 0,
  *check(graph) {
    const wired = wiredBlocks(graph)
    for (const block of graph.blocks)
      if (!wired.has(block.id))
        yield {
          at: [block.id],
          message: `${named(block)} is wired to nothing: it takes no part in the design.`,
          fixes: () => [...wire(graph, block), remove(graph, block)],
        }
  },
})

/** Blocks at either end of a flow whose other end is a block too; a drawn response counts. */
function wiredBlocks(graph: Graph): ReadonlySet<Id> {
  const wired = new Set<Id>()
  for (const { source, target } of Object.values(graph.design.flows))
    if (graph.block(source) && graph.block(target)) wired.add(source).add(target)
  return wired
}

/** Joins the block to the block of the design that usually follows it, or that it usually follows. */
function wire(graph: Graph, block: Block): (EditFix | null)[] {
  const after = bestOf(graph, kindOf(block.kind).next, other => allowedKinds(block.kind, other.kind).length > 0)
  const before = graph.blocks.find(
    other =>
      other.id !== block.id &&
      kindOf(other.kind).next.includes(block.kind) &&
      allowedKinds(other.kind, block.kind).length > 0,
  )
  return [before && link(graph, before, block), after && after.id !== block.id && link(graph, block, after)].filter(
    fix => typeof fix === 'object',
  )
}

function bestOf(graph: Graph, kinds: readonly string[], fits: (block: Block) => boolean): Block | undefined {
  return kinds.flatMap(kind => graph.ofKind(kind)).find(fits)
}

function link(graph: Graph, source: Block, target: Block): EditFix | null {
  const draft = draftFix(graph)
  draft.link(source.id, target.id)
  return draft.done(`connect ${named(source)} to ${named(target)}`)
}

function remove(graph: Graph, block: Block): EditFix | null {
  const draft = draftFix(graph)
  draft.removeBlock(block)
  return draft.done(`remove ${named(block)}`)
}
