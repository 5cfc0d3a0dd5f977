import { bundlesOf, leadingFlows } from '../drawing/bundles'
import { collapsedBox, sceneOf } from '../drawing/scene'
import { kindOf } from '../kinds'
import { type Block, type Design, type Flow, type Group, type Id, lookUp, type Point } from '../model/design'
import { applyEdit, type Change, type Edit } from '../model/edit'
import { contentsOf, moveGroups } from '../model/groups'
import { framed, frameOf, rectOf } from './frames'
import { boundsOf, byId, type Rect } from './rect'

/** A design with each collapsed room as one block, which has the id of the room. */
export interface Folded {
  readonly design: Design
  /** The same choice with the room in place of what it hides. */
  readonly fold: (ids: ReadonlySet<Id>) => ReadonlySet<Id>
  /** An edit to places and lines of the folded design as one to the design itself: all in a room goes its way. */
  readonly unfold: (edit: Edit) => Edit
}

/** The outermost collapsed rooms of a design, sorted by id. */
export function collapsedRooms(design: Design): Group[] {
  const { hiddenBy } = sceneOf(design)
  return Object.values(design.groups)
    .filter(group => group.collapsed && hiddenBy(group.id) === undefined)
    .sort(byId)
}

/**
 * What an engine sees of a design with collapsed rooms, or null when there are none. Rooms of `unplaced` are to be given
 * a place, wherever they stand now, unless something in them is locked.
 */
export function folded(design: Design, unplaced: ReadonlySet<Id> = new Set()): Folded | null {
  const rooms = collapsedRooms(design)
  if (rooms.length === 0) return null
  const { hiddenBy } = sceneOf(design)
  const isSeen = ({ id }: { readonly id: Id }) => hiddenBy(id) === undefined
  const cards = rooms.map(room => cardOf(design, room, unplaced.has(room.id)))
  const isCard = new Set(rooms.map(room => room.id))
  const blocks = [...Object.values(design.blocks).filter(isSeen), ...cards]
  const groups = Object.values(design.groups).filter(group => isSeen(group) && !isCard.has(group.id))
  return {
    design: { ...design, blocks: tableOf(blocks), groups: tableOf(groups), flows: foldedFlows(design) },
    fold: ids => new Set([...ids].map(id => hiddenBy(id) ?? id)),
    unfold: edit => ({ ...edit, changes: unfolded(design, isCard, edit.changes) }),
  }
}

/** What stands in a room as a design of its own, in which it stands in no room. */
export function insideOf(design: Design, room: Id): Design {
  const inside = contentsOf(design, [room])
  const out = <T extends { readonly group?: Id }>({ group, ...row }: T) =>
    (group === room ? row : { ...row, group }) as T
  return {
    ...design,
    blocks: tableOf([...inside.blocks].flatMap(id => lookUp(design.blocks, id) ?? []).map(out)),
    groups: tableOf([...inside.groups].flatMap(id => (id === room ? [] : (lookUp(design.groups, id) ?? []))).map(out)),
    flows: tableOf(
      Object.values(design.flows).filter(
        ({ source, target }) => inside.blocks.has(source) && inside.blocks.has(target),
      ),
    ),
  }
}

/** The frame that a room needs around all that stands in it, given as a design of its own; null when that is empty. */
export function frameAround(inside: Design): Rect | null {
  const bounds = boundsOf([
    ...Object.values(inside.blocks).flatMap(block => rectOf(block) ?? []),
    ...Object.values(inside.groups).flatMap(group => frameOf(group) ?? []),
  ])
  return bounds && framed(bounds)
}

/** A room as a block: of the kind that most of its blocks have, locked when the room or anything in it is. */
function cardOf(design: Design, room: Group, isUnplaced: boolean): Block {
  const inside = contentsOf(design, [room.id])
  const members = [...inside.blocks].flatMap(id => lookUp(design.blocks, id) ?? [])
  const rooms = [...inside.groups].flatMap(id => lookUp(design.groups, id) ?? [])
  const frame = frameOf(room)
  const isLocked = [...members, ...rooms].some(one => one.locked && one.at)
  return {
    id: room.id,
    kind: mainKind(members),
    label: room.label,
    props: {},
    ...(frame && (isLocked || !isUnplaced) ? { at: cornerOf(frame) } : {}),
    ...(room.group === undefined ? {} : { group: room.group }),
    ...(isLocked ? { locked: true } : {}),
  }
}

function mainKind(members: readonly Block[]): string {
  const counts = new Map<string, number>()
  for (const { kind } of members)
    if (kind !== 'note' && kind !== 'brief-card') counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return most ? kindOf(most[0]).id : 'component'
}

/** Flows between what is seen; those that are drawn as one line are one. */
function foldedFlows(design: Design): Record<Id, Flow> {
  const scene = sceneOf(design)
  const end = (id: Id) => scene.hiddenBy(id) ?? id
  const isInside = ({ source, target }: Flow) =>
    end(source) === end(target) && (source !== target || scene.hiddenBy(source) !== undefined)
  const flows = leadingFlows(design, scene, Object.values(design.flows)).filter(flow => !isInside(flow))
  return tableOf(flows.map(flow => ({ ...flow, source: end(flow.source), target: end(flow.target) })))
}

function unfolded(design: Design, isCard: ReadonlySet<Id>, changes: readonly Change[]): Change[] {
  const own = changes.filter(change => !(change.table === 'blocks' && isCard.has(change.id)))
  let now = design
  const moves = changes.flatMap(change => {
    if (change.op !== 'set' || change.path !== 'at' || !isCard.has(change.id)) return []
    const step = roomTo(now, change.id, change.to as unknown as Point)
    now = applyEdit(now, { label: '', changes: step })
    return step
  })
  return [...moves, ...own, ...staleLines(design, own)]
}

/** Moves a collapsed room with all it holds to where its card goes. */
function roomTo(design: Design, id: Id, to: Point): Change[] {
  const room = lookUp(design.groups, id)
  const frame = room ? frameOf(room) : null
  if (!frame) return []
  const from = cornerOf(frame)
  return [...moveGroups(design, [id], { x: to.x - from.x, y: to.y - from.y }).changes]
}

/** Lines of flows that the folded design does not have, where what they end at was moved. */
function staleLines(design: Design, changes: readonly Change[]): Change[] {
  const moved = new Set(changes.flatMap(change => (change.table === 'blocks' ? [change.id] : [])))
  const hidden = [...bundlesOf(design, sceneOf(design)).values()].flatMap(bundle => bundle.slice(1))
  return hidden
    .filter(flow => flow.bends && (moved.has(flow.source) || moved.has(flow.target)))
    .map(({ id }) => ({ op: 'set', table: 'flows', id, path: 'bends' }))
}

function cornerOf(frame: Point): Point {
  const { x, y } = collapsedBox(frame)
  return { x, y }
}

function tableOf<T extends { readonly id: Id }>(rows: readonly T[]): Record<Id, T> {
  return Object.fromEntries(rows.map(row => [row.id, row]))
}
