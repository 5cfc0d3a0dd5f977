import type { Id } from '../../model/design'
import type { Part, Parts } from '../parts'
import { postOf, ROLES, type Role } from './roles'

/** What an area holds: blocks of one role, or cards of the brief and nothing else. */
export type AreaRole = Role | 'brief'

/** A part of the floor: a group of the design with its frame, or all blocks of one role that stand in no group. */
export interface Area {
  readonly key: string
  readonly role: AreaRole
  /** The group whose frame it is; none around blocks without a group. */
  readonly group?: Id
  readonly count: number
}

/** The areas of a drawing, and in which of them each block may stand: its own first. */
export interface Areas {
  readonly all: readonly Area[]
  readonly allowed: ReadonlyMap<Id, readonly [home: string, ...also: string[]]>
}

/**
 * One area a group, in the role that most of its blocks have; blocks without a group share one area a role.
 * Sources or features with a single block share theirs.
 */
export function areasOf(parts: Parts): Areas {
  const free = parts.blocks.filter(block => block.group === undefined)
  const role = mergedRoles(free)
  const areas = new Map<string, Area>()
  for (const { id } of parts.groups) {
    const members = parts.blocks.filter(block => block.group === id)
    const role = members.every(isCard) ? 'brief' : mainRole(members)
    areas.set(`group ${id}`, { key: `group ${id}`, role, group: id, count: members.length })
  }
  for (const each of ROLES) {
    const count = free.filter(block => role(postOf(block.kind).role) === each).length
    if (count > 0) areas.set(each, { key: each, role: each, count })
  }
  const allowed = new Map<Id, readonly [string, ...string[]]>()
  for (const { id, kind, group } of parts.blocks) {
    if (group !== undefined) {
      allowed.set(id, [`group ${group}`])
      continue
    }
    const home = role(postOf(kind).role)
    // Beside groups the few blocks without one stand wherever they are near to what they are wired to.
    const also = parts.groups.length > 0 ? ROLES : postOf(kind).also.map(role)
    allowed.set(id, [home, ...also.filter(key => key !== home && areas.has(key))])
  }
  return { all: [...areas.values()], allowed }
}

/** Whether a part is a card of the brief, which stands closer to its like than blocks do. */
export function isCard(part: Part): boolean {
  return part.kind === 'brief-card'
}

function mergedRoles(blocks: readonly Part[]): (role: Role) => Role {
  const count = (role: Role) => blocks.filter(block => postOf(block.kind).role === role).length
  const [sources, features] = [count('sources'), count('features')]
  if (features === 1 && sources > 0) return role => (role === 'features' ? 'sources' : role)
  if (sources === 1 && features > 0) return role => (role === 'sources' ? 'features' : role)
  return role => role
}

function mainRole(members: readonly Part[]): Role {
  const counts = ROLES.map(role => members.filter(block => postOf(block.kind).role === role).length)
  return ROLES[counts.indexOf(Math.max(...counts))] ?? 'requests'
}
