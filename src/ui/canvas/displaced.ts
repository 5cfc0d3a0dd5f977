import type { Block, Design, Flow, Group, Id } from '../../model/design'

/** Blocks, groups and flows whose place, ends or words on the canvas differ between two designs. */
export function displaced(before: Design, after: Design): ReadonlySet<Id> {
  return new Set([
    ...changed(before.blocks, after.blocks, isBlockStill),
    ...changed(before.groups, after.groups, isGroupStill),
    ...changed(before.flows, after.flows, isFlowStill),
  ])
}

function changed<T>(
  before: Readonly<Record<Id, T>>,
  after: Readonly<Record<Id, T>>,
  isStill: (one: T, other: T) => boolean,
): Id[] {
  if (before === after) return []
  const ids = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...ids].filter(id => {
    const one = before[id]
    const other = after[id]
    return one !== other && !(one && other && isStill(one, other))
  })
}

function isBlockStill(one: Block, other: Block): boolean {
  return one.at === other.at && one.size === other.size && one.kind === other.kind && one.group === other.group
}

function isGroupStill(one: Group, other: Group): boolean {
  return (
    one.at === other.at && one.size === other.size && one.label === other.label && one.collapsed === other.collapsed
  )
}

function isFlowStill(one: Flow, other: Flow): boolean {
  return (
    one.source === other.source &&
    one.target === other.target &&
    one.kind === other.kind &&
    one.bends === other.bends &&
    one.label === other.label
  )
}
