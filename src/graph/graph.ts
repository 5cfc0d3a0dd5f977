import type { Block, Brief, Design, Flow, Id } from '../model/design'

/** A read-only index of one design: what the rules, the budget and the layout ask. Built once per revision. */
export interface Graph {
  readonly design: Design
  readonly brief: Brief
  /** Every block but notes and brief cards, by id: no answer depends on the order in which things were drawn. */
  readonly blocks: readonly Block[]
  /** By id, the flows that mean something: none of a note or brief card, no request into a client (a drawn response). */
  readonly flows: readonly Flow[]
  /** The block of that id; undefined for a note, a brief card and an unknown id. */
  block(id: Id): Block | undefined
  ofKind(...kinds: readonly string[]): readonly Block[]
  into(id: Id): readonly Flow[]
  outOf(id: Id): readonly Flow[]
}

const indexed = new WeakMap<Design, Graph>()

/** The index of a design; asking again for the same design returns the same index. */
export function graphOf(design: Design): Graph {
  let graph = indexed.get(design)
  if (!graph) {
    graph = build(design)
    indexed.set(design, graph)
  }
  return graph
}

/** Remembers the answer per graph, for questions that several rules ask. */
export function perGraph<T>(ask: (graph: Graph) => T): (graph: Graph) => T {
  const answers = new WeakMap<Graph, T>()
  return graph => {
    if (!answers.has(graph)) answers.set(graph, ask(graph))
    return answers.get(graph) as T
  }
}

const NONE: readonly never[] = []

function build(design: Design): Graph {
  const blocks = sorted(Object.values(design.blocks).filter(isAnalysed))
  const index = new Map(blocks.map(block => [block.id, block]))
  const flows = sorted(Object.values(design.flows).filter(flow => isMeaningful(index, flow)))
  const byKind = grouped(blocks, block => block.kind)
  // Rules ask for the same few sets of kinds again and again.
  const byKinds = new Map<string, readonly Block[]>()
  const into = grouped(flows, flow => flow.target)
  const outOf = grouped(flows, flow => flow.source)
  return {
    design,
    brief: design.brief.design,
    blocks,
    flows,
    block: id => index.get(id),
    ofKind: (...kinds) => {
      const [only] = kinds
      if (kinds.length === 1 && only !== undefined) return byKind.get(only) ?? NONE
      const key = kinds.join(' ')
      const known = byKinds.get(key)
      if (known) return known
      const found = kinds.flatMap(kind => byKind.get(kind) ?? [])
      byKinds.set(key, found)
      return found
    },
    into: id => into.get(id) ?? NONE,
    outOf: id => outOf.get(id) ?? NONE,
  }
}

/** By id. Most files are written in that order. */
function sorted<T extends { readonly id: Id }>(rows: T[]): T[] {
  return rows.every((row, i) => i === 0 || rows[i - 1]!.id <= row.id) ? rows : rows.sort(byId)
}

function byId(a: { readonly id: Id }, b: { readonly id: Id }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function isAnalysed(block: Block): boolean {
  return block.kind !== 'note' && block.kind !== 'brief-card'
}

function isMeaningful(index: ReadonlyMap<Id, Block>, flow: Flow): boolean {
  const target = index.get(flow.target)
  if (!target || !index.has(flow.source)) return false
  return !(flow.kind === 'request' && target.kind === 'client')
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
