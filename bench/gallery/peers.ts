import dagre from '@dagrejs/dagre'
import { elkGraph, readElk } from '../../src/layout/elk-graph'
import { elkInNode } from '../../src/layout/elk-node'
import type { Parts } from '../../src/layout/parts'
import type { Placement } from '../../src/layout/placement'
import type { Id, Point } from '../../src/model/design'

/** ELK layered as it comes, left to right with orthogonal lines, as an editor without an engine of its own uses it. */
export async function plainElk(parts: Parts): Promise<Placement> {
  const graph = elkGraph(parts, { options: { 'elk.direction': 'RIGHT' }, hasPriorities: false })
  const { blocks, frames, lines } = readElk(await elkInNode(graph))
  return { at: corners(blocks), bends: lines, frames }
}

/** dagre, left to right, with the spacing that the others have. Groups are left out: its lines do not know them. */
export async function plainDagre(parts: Parts): Promise<Placement> {
  const graph = new dagre.graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', nodesep: 40, ranksep: 40, edgesep: 8 })
  for (const { id, width, height } of parts.blocks) graph.setNode(id, { width, height })
  for (const { id, source, target } of parts.flows) graph.setEdge(source, target, {}, id)
  dagre.layout(graph)
  return dagreAnswer(parts, graph)
}

function dagreAnswer(parts: Parts, graph: InstanceType<typeof dagre.graphlib.Graph>): Placement {
  const at = new Map<Id, Point>()
  for (const { id, width, height } of parts.blocks) {
    const { x, y } = graph.node(id) as Point
    at.set(id, { x: x - width / 2, y: y - height / 2 })
  }
  const bends = new Map<Id, readonly Point[]>()
  for (const { id, source, target } of parts.flows) {
    const edge = graph.edge({ v: source, w: target, name: id }) as { readonly points?: readonly Point[] } | undefined
    bends.set(
      id,
      (edge?.points ?? []).map(({ x, y }) => ({ x, y })),
    )
  }
  return { at, bends, frames: new Map() }
}

function corners(rects: ReadonlyMap<Id, Point>): Map<Id, Point> {
  return new Map([...rects].map(([id, { x, y }]) => [id, { x, y }]))
}
