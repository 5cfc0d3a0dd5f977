import { type Block, type Design, emptyDesign, type Flow, type Group } from '../../src/model/design'

type BlockParts = Partial<Block> & { readonly id: string }
type FlowParts = Partial<Flow> & { readonly source: string; readonly target: string }
type GroupParts = Partial<Group> & { readonly id: string }

/** A design of blocks, flows and groups of which a test says only what it is about. */
export function designOf(
  blocks: readonly BlockParts[],
  flows: readonly FlowParts[] = [],
  groups: readonly GroupParts[] = [],
): Design {
  return {
    ...emptyDesign('Feed'),
    blocks: byId(blocks.map(each => ({ kind: 'ranker', label: each.id, props: {}, ...each }))),
    flows: byId(flows.map(each => ({ id: `${each.source}-${each.target}`, kind: 'data', ...each }))),
    groups: byId(groups.map(each => ({ label: each.id, ...each }))),
  }
}

/** A block with its top left corner at x, y. */
export function at(id: string, x: number, y: number, rest: Partial<Block> = {}): BlockParts {
  return { id, at: { x, y }, ...rest }
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): Record<string, T> {
  return Object.fromEntries(rows.map(row => [row.id, row]))
}
