import type { Group, Id } from '../model/design'
import type { Context } from './context'
import { nearestId } from './declared'
import { isSet, ownName, type Pairs, pairsByKey, refuseOthers } from './fields'
import type { Place } from './place'
import { shown } from './words'

const OWN = ['in', 'collapsed', 'locked']

/** The groups of the plan. Groups that stand within themselves are a problem, told once for each ring. */
export function readGroups(context: Context): Record<Id, Group> {
  const { statements, declarations, problems } = context
  const groups = new Map<Id, Group>()
  for (const statement of statements) {
    if (statement.type !== 'group' || declarations.get(statement.id.text)?.at !== statement.id.at) continue
    const id = statement.id.text
    const pairs = pairsByKey(statement.pairs, problems)
    refuseOthers(pairs, OWN, 'group', problems)
    groups.set(id, {
      id,
      label: statement.label ?? id,
      ...ownerOf(pairs, context),
      ...(isSet(pairs, 'collapsed', problems) ? { collapsed: true } : {}),
      ...(isSet(pairs, 'locked', problems) ? { locked: true } : {}),
    })
  }
  refuseRings(groups, context)
  return Object.fromEntries(groups)
}

/** The group that `in=` names, as a field of its member; a group that does not exist is a problem. */
export function ownerOf(pairs: Pairs, { declarations, meant, problems }: Context): { readonly group?: Id } {
  const name = ownName(pairs, 'in', problems)
  if (!name) return {}
  if (declarations.get(name.text)?.type === 'group') return { group: name.text }
  if (!meant.has(name.text))
    problems.add(name.at, `There is no group “${shown(name.text)}”.`, () => {
      const near = nearestId(name.text, 'group', declarations)
      return near ? `Did you mean ${near}?` : `Declare it: group ${shown(name.text)} "Its name"`
    })
  return {}
}

function refuseRings(groups: ReadonlyMap<Id, Group>, { declarations, problems }: Context): void {
  const settled = new Set<Id>()
  for (const start of groups.keys()) {
    const path = new Set<Id>()
    let id: Id | undefined = start
    for (; id !== undefined && !settled.has(id) && !path.has(id); id = groups.get(id)?.group) path.add(id)
    if (id !== undefined && path.has(id)) {
      const ring = [...path].slice([...path].indexOf(id))
      problems.add(declarations.get(id)?.at ?? START, ringSentence(ring), 'Take one of them out of the other.')
    }
    for (const seen of path) settled.add(seen)
  }
}

const START: Place = { line: 1, column: 1 }

function ringSentence(ring: readonly Id[]): string {
  const [first = ''] = ring
  if (ring.length === 1) return `The group “${first}” stands within itself.`
  const names = ring.slice(0, 4).map(id => `“${id}”`)
  return `These groups stand within each other: ${names.join(' in ')}${ring.length > 4 ? ' in …' : ''} in “${first}”.`
}
