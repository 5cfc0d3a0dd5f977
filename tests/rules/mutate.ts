import { defaultFlowKind, isAllowedPair } from '../../src/kinds/flow-kinds'
import { removeBlocks } from '../../src/model/blocks'
import type { Block, Design, Flow, PropValue } from '../../src/model/design'
import { applyEdit, type Change } from '../../src/model/edit'
import { connect } from '../../src/model/flows'

/** The design without its blocks of these kinds and the flows at them. */
export function without(design: Design, ...kinds: readonly string[]): Design {
  return applyEdit(
    design,
    removeBlocks(
      design,
      blocksOf(design, ...kinds).map(block => block.id),
    ),
  )
}

/** The design without its blocks of a kind, what fed them wired to what they fed. */
export function bypassed(design: Design, kind: string): Design {
  return blocksOf(design, kind).reduce(bypass, design)
}

/** The design with some answers of the brief taken back. */
export function unanswered(design: Design, ...keys: readonly string[]): Design {
  const changes = keys.map((path): Change => ({ op: 'set', table: 'brief', id: 'design', path }))
  return applyEdit(design, { label: '', changes })
}

/** The design with a property of its blocks of a kind set. */
export function having(design: Design, kind: string, key: string, to: PropValue): Design {
  const changes = blocksOf(design, kind).map(
    ({ id }): Change => ({ op: 'set', table: 'blocks', id, path: `props.${key}`, to }),
  )
  return applyEdit(design, { label: '', changes })
}

/** The design with another answer in its brief. */
export function answered(design: Design, path: string, to: PropValue): Design {
  return applyEdit(design, { label: '', changes: [{ op: 'set', table: 'brief', id: 'design', path, to }] })
}

/** The design with one more flow. */
export function wired(design: Design, source: string, kind: Flow['kind'], target: string): Design {
  return applyEdit(design, connect(design, { source, kind, target }))
}

export function blocksOf(design: Design, ...kinds: readonly string[]): Block[] {
  return Object.values(design.blocks).filter(block => kinds.includes(block.kind))
}

function bypass(design: Design, { id }: Block): Design {
  const flows = Object.values(design.flows)
  const into = flows.filter(flow => flow.target === id)
  const outOf = flows.filter(flow => flow.source === id)
  const past = into.flatMap(first => outOf.map(second => [first, second] as const))
  return past.reduce(
    (each, [first, second]) => join(each, first, second),
    applyEdit(design, removeBlocks(design, [id])),
  )
}

function join(design: Design, first: Flow, second: Flow): Design {
  const source = design.blocks[first.source]!.kind
  const target = design.blocks[second.target]!.kind
  const kind = [first.kind, second.kind, defaultFlowKind(source, target)].find(each =>
    isAllowedPair(each, source, target),
  )
  return kind ? wired(design, first.source, kind, second.target) : design
}
