import { blockSize } from '../kinds'
import type { Block, Design, Flow, Id, Size } from '../model/design'
import { groupsInRings } from '../model/repair'
import { byId } from './rect'

/** A block as an engine sees it. */
export interface Part extends Size {
  readonly id: Id
  readonly kind: string
  /** The innermost group that is laid out with it. */
  readonly group?: Id
}

/** A group as an engine sees it. */
export interface Room {
  readonly id: Id
  readonly label: string
  readonly group?: Id
}

/**
 * What an engine lays out: blocks, the flows between them and the groups around them, each sorted by id, so that the
 * order of the tables of a design never shows in the result.
 */
export interface Parts {
  readonly blocks: readonly Part[]
  readonly flows: readonly Flow[]
  readonly groups: readonly Room[]
}

/** Whether an engine places this block. Cards of the brief and notes are placed after the diagram, unless in a group. */
export function isLaidOut(design: Design, block: Block): boolean {
  if (block.kind !== 'note' && block.kind !== 'brief-card') return true
  return block.group !== undefined && Object.hasOwn(design.groups, block.group)
}

/**
 * The parts of a design that an engine lays out; with ids, only those blocks, and the members of those groups.
 * Flows from a block to itself and flows with an end outside are left out. A group counts when all its blocks are in.
 */
export function partsOf(design: Design, ids?: ReadonlySet<Id>): Parts {
  const parents = parentsOf(design)
  const around = (id: Id | undefined) =>
    id !== undefined && Object.hasOwn(design.groups, id) ? chain(parents, id) : []
  const isChosen = (block: Block) => !ids || ids.has(block.id) || around(block.group).some(group => ids.has(group))
  const all = Object.values(design.blocks)
    .filter(block => isLaidOut(design, block))
    .sort(byId)
  const chosen = all.filter(isChosen)
  const groups = wholeGroups(all, chosen, around)
  const inner = (id: Id | undefined) => around(id).find(group => groups.has(group))
  const inside = new Set(chosen.map(block => block.id))
  return {
    blocks: chosen.map(block => ({
      id: block.id,
      kind: block.kind,
      ...blockSize(block),
      ...within(inner(block.group)),
    })),
    flows: Object.values(design.flows)
      .filter(flow => flow.source !== flow.target && inside.has(flow.source) && inside.has(flow.target))
      .sort(byId),
    groups: Object.values(design.groups)
      .filter(group => groups.has(group.id))
      .sort(byId)
      .map(({ id, label }) => ({ id, label, ...within(inner(parents.get(id))) })),
  }
}

function within(group: Id | undefined): { readonly group?: Id } {
  return group === undefined ? {} : { group }
}

/** The group around each group; none for a group that contains itself. */
function parentsOf(design: Design): ReadonlyMap<Id, Id> {
  const inRing = groupsInRings(design)
  const parents = new Map<Id, Id>()
  for (const { id, group } of Object.values(design.groups))
    if (group !== undefined && !inRing.has(id) && Object.hasOwn(design.groups, group)) parents.set(id, group)
  return parents
}

/** The group itself and those around it, innermost first. */
function chain(parents: ReadonlyMap<Id, Id>, id: Id): Id[] {
  const groups: Id[] = []
  for (let next: Id | undefined = id; next !== undefined; next = parents.get(next)) groups.push(next)
  return groups
}

/** The groups that hold a chosen block and none that is not chosen. */
function wholeGroups(
  all: readonly Block[],
  chosen: readonly Block[],
  around: (id: Id | undefined) => Id[],
): ReadonlySet<Id> {
  const groups = new Set(chosen.flatMap(block => around(block.group)))
  const isChosen = new Set(chosen)
  for (const block of all) if (!isChosen.has(block)) for (const group of around(block.group)) groups.delete(group)
  return groups
}
