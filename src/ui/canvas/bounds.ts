import { frameOf, rectOf } from '../../layout/frames'
import { boundsOf as around, overlaps, type Rect } from '../../layout/rect'
import { type Design, type Id, lookUp, type Point } from '../../model/design'

/** What blocks, rooms and the longest runs of flows cover; all blocks, rooms and lines without ids. Null when nothing has a place. */
export function boundsOf(design: Design, routes: ReadonlyMap<Id, readonly Point[]>, ids?: Iterable<Id>): Rect | null {
  const named = ids && [...ids]
  const blocks = named ? named.flatMap(id => lookUp(design.blocks, id) ?? []) : Object.values(design.blocks)
  const rooms = named ? named.flatMap(id => lookUp(design.groups, id) ?? []) : Object.values(design.groups)
  const points = named ? named.flatMap(id => longestRun(routes.get(id) ?? [])) : [...routes.values()].flat()
  return around([
    ...blocks.flatMap(block => rectOf(block) ?? []),
    ...rooms.flatMap(room => frameOf(room) ?? []),
    ...points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })),
  ])
}

/** Both ends of the longest straight part of a line: where its label stands. */
function longestRun(line: readonly Point[]): Point[] {
  let longest: Point[] = []
  let length = -1
  for (const [index, to] of line.entries()) {
    const from = line[index - 1]
    if (!from || Math.hypot(to.x - from.x, to.y - from.y) <= length) continue
    length = Math.hypot(to.x - from.x, to.y - from.y)
    longest = [from, to]
  }
  return longest
}

/** The blocks of which something lies within a rectangle. */
export function blocksWithin(design: Design, rect: Rect): Set<Id> {
  const within = Object.values(design.blocks).filter(block => {
    const place = rectOf(block)
    return place !== null && overlaps(place, rect)
  })
  return new Set(within.map(block => block.id))
}
