import { type Design, type Flow, type Group, type Id, lookUp, type Point } from '../model/design'
import type { Change, Edit } from '../model/edit'
import { FRAME_PADDING, frameOf, groupsAround, rectOf } from './frames'
import type { Rect } from './rect'

/** Across: everything right of a line moves. Down: everything below it. */
export type Axis = 'x' | 'y'

/** Pixels that stay between what stands and what comes closer. */
const GUTTER = 16

/**
 * Makes space at a line: everything that begins at or after it moves by so many pixels along the axis, rooms that the
 * line cuts get longer, or shorter, by as many. What is locked stays, and so does all in a locked room; a room that moves
 * takes its locked blocks along. Less than nothing takes space away, down to a gutter of 16 px and never more.
 */
export function makeSpace(design: Design, axis: Axis, line: number, by: number): Edit {
  const moved = movedBy(design, axis, line)
  const way = by < 0 ? -Math.min(-by, spareAt(design, moved, axis, line)) : by
  const label = `Make space ${axis === 'x' ? 'across' : 'down'}`
  if (way === 0 || moved.blocks.size + moved.groups.size === 0) return { label, changes: [] }
  return {
    label,
    changes: [
      ...(['groups', 'blocks'] as const).flatMap(table =>
        [...moved[table]].flatMap((id): Change[] => {
          const at = lookUp<{ readonly at?: Point }>(design[table], id)?.at
          return at ? [{ op: 'set', table, id, path: 'at', to: shifted(at, axis, way) }] : []
        }),
      ),
      ...Object.values(design.groups).flatMap(group => stretched(design, group, axis, line, way, moved.groups)),
      ...Object.values(design.flows).flatMap(flow => followed(flow, moved.blocks, axis, way)),
    ],
  }
}

interface Moved {
  readonly blocks: ReadonlySet<Id>
  readonly groups: ReadonlySet<Id>
}

function movedBy(design: Design, axis: Axis, line: number): Moved {
  const isHeld = (group: Id | undefined) => groupsAround(design, group).some(each => each.locked)
  const isAfter = (rect: Rect | null) => rect !== null && rect[axis] >= line
  const rooms = Object.values(design.groups).filter(
    group => isAfter(frameOf(group)) && !group.locked && !isHeld(group.group),
  )
  const groups = new Set(rooms.map(group => group.id))
  const goesAlong = (group: Id | undefined) => groupsAround(design, group).some(each => groups.has(each.id))
  const blocks = Object.values(design.blocks).filter(block => {
    if (goesAlong(block.group)) return true
    return isAfter(rectOf(block)) && !block.locked && !isHeld(block.group)
  })
  return { blocks: new Set(blocks.map(block => block.id)), groups }
}

/** How far what moves may come closer to what stands beside it, and to the walls of the rooms that the line cuts. */
function spareAt(design: Design, moved: Moved, axis: Axis, line: number): number {
  const all = [
    ...Object.values(design.blocks).map(each => ({ each, rect: rectOf(each), isMoved: moved.blocks.has(each.id) })),
    ...Object.values(design.groups).map(each => ({ each, rect: frameOf(each), isMoved: moved.groups.has(each.id) })),
  ].flatMap(({ each, rect, isMoved }) => (rect ? [{ rect, isMoved, group: each.group }] : []))
  const standing = all.filter(({ isMoved }) => !isMoved)
  const gaps = all
    .filter(({ isMoved }) => isMoved)
    .flatMap(({ rect }) =>
      standing
        .filter(other => isBeside(rect, other.rect, axis) && endOf(other.rect, axis) <= rect[axis])
        .map(other => rect[axis] - endOf(other.rect, axis) - GUTTER),
    )
  const walls = standing.flatMap(({ rect, group }) => {
    const room = group === undefined ? undefined : lookUp(design.groups, group)
    const frame = room ? frameOf(room) : null
    return frame && isCut(frame, axis, line) ? [endOf(frame, axis) - endOf(rect, axis) - FRAME_PADDING] : []
  })
  return Math.max(0, Math.min(...gaps, ...walls))
}

function isBeside(a: Rect, b: Rect, axis: Axis): boolean {
  return axis === 'x' ? a.y < b.y + b.height && b.y < a.y + a.height : a.x < b.x + b.width && b.x < a.x + a.width
}

function stretched(
  design: Design,
  group: Group,
  axis: Axis,
  line: number,
  by: number,
  moved: ReadonlySet<Id>,
): Change[] {
  const frame = frameOf(group)
  const isHeld = group.locked || groupsAround(design, group.group).some(each => each.locked)
  if (!frame || !isCut(frame, axis, line) || isHeld || moved.has(group.id)) return []
  const { width, height } = frame
  const size = axis === 'x' ? { width: width + by, height } : { width, height: height + by }
  return [{ op: 'set', table: 'groups', id: group.id, path: 'size', to: size }]
}

function isCut(frame: Rect, axis: Axis, line: number): boolean {
  return frame[axis] < line && endOf(frame, axis) > line
}

/** A line whose two ends move keeps its bends; one that is pulled is routed anew. */
function followed(flow: Flow, moved: ReadonlySet<Id>, axis: Axis, by: number): Change[] {
  const [hasSource, hasTarget] = [moved.has(flow.source), moved.has(flow.target)]
  if (!flow.bends || !(hasSource || hasTarget)) return []
  const bends = flow.bends.map(point => shifted(point, axis, by))
  return [{ op: 'set', table: 'flows', id: flow.id, path: 'bends', ...(hasSource && hasTarget ? { to: bends } : {}) }]
}

function shifted({ x, y }: Point, axis: Axis, by: number): { x: number; y: number } {
  return axis === 'x' ? { x: x + by, y } : { x, y: y + by }
}

function endOf(rect: Rect, axis: Axis): number {
  return rect[axis] + (axis === 'x' ? rect.width : rect.height)
}
