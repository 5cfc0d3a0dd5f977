import type { Design, Id } from '../model/design'
import { freeId } from '../model/ids'
import type { LeftOut } from './left-out'
import { KEYWORDS } from './words'

const TABLES = ['groups', 'blocks', 'flows', 'waivers'] as const

/**
 * The design with other ids where plan text cannot take them: the words that start a statement. Everything that points
 * at such a record follows. The same design when there is none.
 */
export function withPlanIds(design: Design, leftOut: LeftOut): Design {
  const taken = new Set(TABLES.flatMap(table => Object.keys(design[table])))
  const renamed = new Map<Id, Id>()
  for (const keyword of KEYWORDS) {
    if (!taken.has(keyword)) continue
    const id = freeId(`${keyword}-1`, other => taken.has(other))
    taken.add(id)
    renamed.set(keyword, id)
    leftOut.say(`The id “${keyword}”: it is a word of plan text, so it is written as “${id}”.`)
  }
  return renamed.size === 0 ? design : withIds(design, id => renamed.get(id) ?? id)
}

function withIds(design: Design, newId: (id: Id) => Id): Design {
  return {
    ...design,
    groups: rekeyed(design.groups, group => ({ ...group, ...owner(group, newId), id: newId(group.id) })),
    blocks: rekeyed(design.blocks, block => ({ ...block, ...owner(block, newId), id: newId(block.id) })),
    flows: rekeyed(design.flows, flow => ({
      ...flow,
      id: newId(flow.id),
      source: newId(flow.source),
      target: newId(flow.target),
    })),
    waivers: rekeyed(design.waivers, waiver => ({ ...waiver, id: newId(waiver.id), at: waiver.at.map(newId) })),
  }
}

function owner({ group }: { readonly group?: Id }, newId: (id: Id) => Id): { readonly group?: Id } {
  return group === undefined ? {} : { group: newId(group) }
}

function rekeyed<T extends { readonly id: Id }>(rows: Readonly<Record<Id, T>>, change: (row: T) => T): Record<Id, T> {
  return Object.fromEntries(
    Object.values(rows)
      .map(row => change(row))
      .map(row => [row.id, row]),
  )
}
