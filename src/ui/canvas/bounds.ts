import { sceneOf } from '../../drawing/scene'
import { boundsOf as around, overlaps, type Rect } from '../../layout/rect'
import type { Design, Id, Point } from '../../model/design'

/** What blocks, rooms and the longest runs of flows cover; all blocks, rooms and lines without ids. Null when nothing has a place. */
export function boundsOf(design: Design, routes: ReadonlyMap<Id, readonly Point[]>, ids?: Iterable<Id>): Rect | null {
  const { blocks, rooms, collapsed, hiddenBy } = sceneOf(design)
  const named = ids && [...ids].map(id => hiddenBy(id) ?? id)
  const boxOf = (id: Id) => blocks.get(id) ?? rooms.get(id) ?? collapsed.get(id) ?? []
  const points = named ? named.flatMap(id => longestRun(routes.get(id) ?? [])) : [...routes.values()].flat()
  return around([
    ...(named ? named.flatMap(boxOf) : [...blocks.values(), ...rooms.values(), ...collapsed.values()]),
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

/** The blocks and collapsed rooms of which something lies within a rectangle. */
export function blocksWithin(design: Design, rect: Rect): Set<Id> {
  const { blocks, collapsed } = sceneOf(design)
  return new Set([...blocks, ...collapsed].filter(([, box]) => overlaps(box, rect)).map(([id]) => id))
}
