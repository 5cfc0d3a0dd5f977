import { sceneOf } from '../../drawing/scene'
import type { Design, Id } from '../../model/design'
import { contentsOf } from '../../model/groups'
import { type Finding, SEVERITIES } from '../../rules/rule'

type Marks = ReadonlyMap<Id, readonly Finding[]>

/** The findings that mark blocks in a room, each once, the gravest first. */
export function findingsInside(design: Design, marks: Marks, room: Id): readonly Finding[] {
  const inside = new Set([...contentsOf(design, [room]).blocks].flatMap(id => marks.get(id) ?? []))
  return [...inside].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
}

/** What is marked on the canvas: blocks, and collapsed rooms with the findings of all that they hide. */
export function marksInSight(design: Design, marks: Marks): Marks {
  const rooms = [...sceneOf(design).collapsed.keys()].map(id => [id, findingsInside(design, marks, id)] as const)
  return new Map([...marks, ...rooms.filter(([, findings]) => findings.length > 0)])
}
