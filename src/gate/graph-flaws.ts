import { type Design, type Id, lookUp } from '../model/design'
import { groupsInRings } from '../model/repair'
import type { Flaw } from './flaw'
import { MAX_GROUP_DEPTH } from './limits'

/** What does not belong together: one id for two things, flows and members without their other side, rings of groups. */
export function* graphFlaws(design: Design): Generator<Flaw> {
  yield* twins(design)
  yield* looseFlows(design)
  yield* lostMembers(design)
  const inRing = groupsInRings(design)
  yield* rings(design, inRing)
  if (inRing.size === 0) yield* deepGroups(design)
}

function* twins(design: Design): Generator<Flaw> {
  const owner = new Map<Id, string>()
  for (const table of ['groups', 'blocks', 'flows', 'waivers'] as const)
    for (const id of Object.keys(design[table])) {
      const other = owner.get(id)
      if (other)
        yield {
          path: [table, id],
          other: [other, id],
          message: `has the id of a ${other.slice(0, -1)}, {place}.`,
          hint: 'Give one of the two another id.',
        }
      else owner.set(id, table)
    }
}

function* looseFlows(design: Design): Generator<Flaw> {
  for (const flow of Object.values(design.flows))
    for (const end of ['source', 'target'] as const)
      if (!Object.hasOwn(design.blocks, flow[end]))
        yield {
          path: ['flows', flow.id, end],
          message: `there is no block “${flow[end]}”.`,
          hint: 'Add the block, or remove the flow.',
        }
}

function* lostMembers(design: Design): Generator<Flaw> {
  for (const table of ['groups', 'blocks'] as const)
    for (const { id, group } of Object.values(design[table]))
      if (group !== undefined && !Object.hasOwn(design.groups, group))
        yield {
          path: [table, id, 'group'],
          message: `there is no group “${group}”.`,
          hint: 'Add the group, or remove this field.',
        }
}

function* rings(design: Design, inRing: ReadonlySet<Id>): Generator<Flaw> {
  const told = new Set<Id>()
  for (const start of inRing) {
    if (told.has(start)) continue
    const ring: Id[] = []
    for (let id: Id | undefined = start; id !== undefined && !told.has(id); id = lookUp(design.groups, id)?.group) {
      told.add(id)
      ring.push(id)
    }
    const names = ring
      .slice(0, 4)
      .map(id => `“${id}”`)
      .join(' in ')
    yield {
      path: ['groups', start, 'group'],
      message: `groups stand within each other: ${names}${ring.length > 4 ? ' in …' : ''} in “${start}”.`,
      hint: 'Remove this field from one of them.',
    }
  }
}

function* deepGroups(design: Design): Generator<Flaw> {
  const depths = new Map<Id, number>()
  for (const start of Object.keys(design.groups)) {
    const chain: Id[] = []
    let id: Id | undefined = start
    for (; id !== undefined && !depths.has(id); id = lookUp(design.groups, id)?.group) chain.push(id)
    let depth = id === undefined ? 0 : (depths.get(id) ?? 0)
    for (const inner of chain.reverse()) depths.set(inner, ++depth)
    if (depth > MAX_GROUP_DEPTH)
      return yield {
        path: ['groups', start, 'group'],
        message: `this group stands in ${depth - 1} others, one within the next.`,
        hint: `Groups nest ${MAX_GROUP_DEPTH} deep.`,
      }
  }
}
