import { type Design, type Group, type Id, lookUp } from './design'
import { applyEdit, type Change } from './edit'

/** The changes that make a design whole again: flows whose block is gone, owners that are gone, rings of groups. */
export function repairs(design: Design): Change[] {
  const changes: Change[] = []
  for (const flow of Object.values(design.flows))
    if (!Object.hasOwn(design.blocks, flow.source) || !Object.hasOwn(design.blocks, flow.target))
      changes.push({ op: 'cut', table: 'flows', id: flow.id })
  for (const block of Object.values(design.blocks))
    if (block.group !== undefined && !Object.hasOwn(design.groups, block.group))
      changes.push({ op: 'set', table: 'blocks', id: block.id, path: 'group' })
  const inRing = groupsInRings(design)
  for (const group of Object.values(design.groups))
    if (group.group !== undefined && (inRing.has(group.id) || !Object.hasOwn(design.groups, group.group)))
      changes.push({ op: 'set', table: 'groups', id: group.id, path: 'group' })
  return changes
}

/** The design without dangling flows, lost owners and rings of groups; the same design when it was whole. */
export function repair(design: Design): Design {
  return applyEdit(design, { label: 'Repair', changes: repairs(design) })
}

/** The groups that contain themselves. Each group is walked over once, however deep they nest. */
export function groupsInRings(design: Design): Set<Id> {
  const inRing = new Set<Id>()
  const seen = new Set<Id>()
  for (const start of Object.values(design.groups)) {
    const path: Id[] = []
    let next: Group | undefined = start
    for (; next && !seen.has(next.id); next = outer(design, next)) {
      seen.add(next.id)
      path.push(next.id)
    }
    const ring = next ? path.indexOf(next.id) : -1
    if (ring >= 0) for (const id of path.slice(ring)) inRing.add(id)
  }
  return inRing
}

function outer(design: Design, group: Group): Group | undefined {
  return group.group === undefined ? undefined : lookUp(design.groups, group.group)
}
