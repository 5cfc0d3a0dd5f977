import type { EdgeChange, NodeChange } from '@xyflow/react'
import { bundlesOf } from '../../drawing/bundles'
import { sceneOf } from '../../drawing/scene'
import { gainers, moveIntoRooms, moveRoomsIntoRooms } from '../../layout/owners'
import { type Design, type Id, lookUp, type Point } from '../../model/design'
import { applyEdit, type Edit } from '../../model/edit'
import { contentsOf } from '../../model/groups'
import { moveByHand, moveRoomsByHand } from '../commands/editing'
import { snapped } from '../commands/grid'
import { select } from '../session/editor-store'
import { preferences } from '../session/preferences'
import type { Session } from '../session/session'
import type { CanvasStore } from './canvas-store'
import { hands } from './late-hands'
import { type CanvasFlow, type CanvasNode, groupOfNode, nodeOfGroup, reconcileNodes } from './reconcile'
import { canvasRouter } from './router'

/**
 * Takes what React Flow says about nodes: frames of a drag and measured sizes stay on the canvas, a selection goes to
 * the editor. Nothing here changes the design.
 */
export function takeChanges(session: Session, canvas: CanvasStore, changes: readonly NodeChange<CanvasNode>[]): void {
  const moved = new Map<Id, Point>()
  const measured = new Map<Id, { width: number; height: number }>()
  const { blocks, flows, groups } = session.editor.getState()
  const selected = new Set(blocks)
  const rooms = new Set(groups)
  for (const change of changes) {
    if (change.type === 'position' && change.position && change.dragging) moved.set(change.id, change.position)
    // Frames of a resize come by `room-gestures.ts`, which knows what a size may be.
    else if (change.type === 'dimensions' && change.dimensions && change.resizing === undefined)
      measured.set(change.id, change.dimensions)
    else if (change.type === 'select') {
      const room = groupOfNode(change.id)
      const set = room === null ? selected : rooms
      if (change.selected) set.add(room ?? change.id)
      else set.delete(room ?? change.id)
    }
  }
  if (measured.size > 0)
    canvas.setState(({ nodes }) => ({
      nodes: nodes.map(node => {
        const size = measured.get(node.id)
        return size ? ({ ...node, measured: size } as CanvasNode) : node
      }),
    }))
  if (moved.size > 0) showMove(session, canvas, hands()?.follow(moved) ?? moved)
  if (!isSame(selected, blocks) || !isSame(rooms, groups)) select(session.editor, selected, flows, rooms)
}

/** Takes which flows React Flow selected. */
export function takeFlowSelection(session: Session, changes: readonly EdgeChange<CanvasFlow>[]): void {
  const { blocks, flows, groups } = session.editor.getState()
  const selected = new Set(flows)
  const bundles = bundlesOf(session.design(), sceneOf(session.design()))
  for (const change of changes) {
    if (change.type !== 'select') continue
    // A line of several flows stands for all of them.
    for (const { id } of bundles.get(change.id) ?? [change])
      if (change.selected) selected.add(id)
      else selected.delete(id)
  }
  if (!isSame(selected, flows)) select(session.editor, blocks, selected, groups)
}

function isSame(one: ReadonlySet<Id>, other: ReadonlySet<Id>): boolean {
  return one.size === other.size && [...one].every(id => other.has(id))
}

/** Shows a frame of a drag: what is dragged with all that moves along, its lines, and the rooms that it would join. */
function showMove(session: Session, canvas: CanvasStore, moved: ReadonlyMap<Id, Point>): void {
  const edit = moveOf(session, moved)
  const live = applyEdit(session.design(), edit)
  const ids = movedBy(session, edit, moved)
  canvas.setState(({ nodes, joins }) => {
    const next = gainers(session.design(), edit)
    return {
      joins: isSame(joins, next) ? joins : next,
      nodes: nodes.map(node => {
        const room = groupOfNode(node.id)
        const id = room ?? node.id
        if (!ids.has(id)) return node
        const at = room === null ? live.blocks[id]?.at : cornerOfRoom(live, id)
        return { ...node, position: at ?? node.position, dragging: true } as CanvasNode
      }),
    }
  })
  followDrag(canvas, live, ids)
}

/** The edit that a drop would be. A drag with a room in it moves everything by one way, on the grid. */
function moveOf(session: Session, moved: ReadonlyMap<Id, Point>): Edit {
  const design = session.design()
  const rooms = roomsIn(moved.keys())
  if (rooms.length === 0) return moveIntoRooms(design, moved)
  return moveRoomsIntoRooms(design, rooms, wayOf(session, moved), blocksIn(moved.keys()))
}

function movedBy(session: Session, edit: Edit, moved: ReadonlyMap<Id, Point>): ReadonlySet<Id> {
  const inside = contentsOf(session.design(), roomsIn(moved.keys()))
  const places = edit.changes.flatMap(change => (change.op === 'set' && change.path === 'at' ? [change.id] : []))
  return new Set([...places, ...inside.blocks, ...inside.groups, ...blocksIn(moved.keys())])
}

/** How far the dragged rooms went: in steps of the grid, or in whole pixels where nothing is to snap. */
function wayOf(session: Session, moved: ReadonlyMap<Id, Point>): Point {
  const [room] = roomsIn(moved.keys())
  const from = room === undefined ? undefined : cornerOfRoom(session.design(), room)
  const to = room === undefined ? undefined : moved.get(nodeOfGroup(room))
  if (!from || !to) return { x: 0, y: 0 }
  const way = { x: to.x - from.x, y: to.y - from.y }
  return preferences.get('snap') ? snapped(way) : { x: Math.round(way.x), y: Math.round(way.y) }
}

/** Where a room is drawn: a collapsed one on the grid of blocks. */
function cornerOfRoom(design: Design, id: Id): Point | undefined {
  return sceneOf(design).collapsed.get(id) ?? lookUp(design.groups, id)?.at
}

function roomsIn(nodes: Iterable<string>): Id[] {
  return [...nodes].flatMap(id => groupOfNode(id) ?? [])
}

function blocksIn(nodes: Iterable<string>): Id[] {
  return [...nodes].filter(id => groupOfNode(id) === null)
}

/** Lets the lines of dragged blocks follow the pointer; the other lines stay as they are. */
function followDrag(canvas: CanvasStore, design: Design, ids: ReadonlySet<Id>): void {
  canvas.setState(({ routes, labels }) => {
    const followed = canvasRouter().reroute(design, routes, ids)
    // A label of a line that follows the drag would stay behind: it comes back with the drop.
    const still = [...labels].filter(([id]) => followed.get(id) === routes.get(id))
    return { routes: followed, labels: new Map(still) }
  })
}

/** Remembers where the dragged blocks and rooms stood. A room that is dragged is selected. */
export function startDrag(session: Session, canvas: CanvasStore, dragged: readonly CanvasNode[]): void {
  const design = session.design()
  const [room] = roomsIn(dragged.map(node => node.id))
  if (room !== undefined && !session.editor.getState().groups.has(room)) select(session.editor, [], [], [room])
  canvas.setState({
    origins: dragged.flatMap(node => {
      const room = groupOfNode(node.id)
      const at = room === null ? lookUp(design.blocks, node.id)?.at : cornerOfRoom(design, room)
      return at ? [{ id: node.id, at, width: node.width ?? 0, height: node.height ?? 0 }] : []
    }),
  })
}

/** Ends a drag: where things were let go is one edit. While Alt is held they stay, and copies are put there. */
export function endDrag(
  session: Session,
  canvas: CanvasStore,
  dragged: readonly CanvasNode[],
  { altKey }: { readonly altKey: boolean },
): void {
  // Guides may have drawn it away from where the pointer is: what was shown counts.
  const shown = new Map(canvas.getState().nodes.map(node => [node.id, node.position]))
  const to = new Map(
    dragged.map(({ id, position }) => {
      const { x, y } = shown.get(id) ?? position
      return [id, { x: Math.round(x), y: Math.round(y) }] as const
    }),
  )
  canvas.setState({ origins: [], joins: new Set() })
  if (hands()?.drop(to, altKey)) return
  if (altKey) leaveCopies(session, canvas, to)
  else if (roomsIn(to.keys()).length > 0)
    moveRoomsByHand(session, roomsIn(to.keys()), wayOf(session, to), blocksIn(to.keys()))
  else moveByHand(session, to)
}

/** Everything back in its place, and copies where it was dragged to. */
function leaveCopies(session: Session, canvas: CanvasStore, to: ReadonlyMap<Id, Point>): void {
  const design = session.design()
  const ids = movedBy(session, moveOf(session, to), to)
  const [first] = blocksIn(to.keys())
  const from = first === undefined ? undefined : lookUp(design.blocks, first)?.at
  const at = first === undefined ? undefined : to.get(first)
  const groups = roomsIn(to.keys())
  const by = groups.length === 0 && from && at ? { x: at.x - from.x, y: at.y - from.y } : wayOf(session, to)
  const { editor } = session
  canvas.setState(({ nodes }) => ({
    nodes: reconcileNodes(nodes, design, editor.getState().blocks, editor.getState().groups),
  }))
  followDrag(canvas, design, ids)
  const blocks = blocksIn(to.keys())
  if (by.x !== 0 || by.y !== 0)
    void import('../commands/clipboard').then(({ duplicateTo }) => duplicateTo(session, { blocks, groups }, by))
}

/** The block under a place on screen, or null. */
export function blockUnder(clientX: number, clientY: number): Id | null {
  for (const element of document.elementsFromPoint(clientX, clientY)) {
    const block = element.closest('[data-block]')?.getAttribute('data-block')
    if (block) return block
    if (element.closest('[data-canvas]')) return element.closest('.react-flow__node')?.getAttribute('data-id') ?? null
  }
  return null
}
