import { aroundMembers, resizeRoom } from '../../layout/resize'
import { resizeNote } from '../../model/arrange'
import type { Frame } from '../../model/groups'
import type { Session } from '../session/session'
import type { CanvasStore } from './canvas-store'
import { type CanvasNode, groupOfNode } from './reconcile'

/** Shows a frame of a resize. A room never gets too small for what it holds. */
export function showResize(session: Session, canvas: CanvasStore, nodeId: string, frame: Frame): void {
  const room = groupOfNode(nodeId)
  const { x, y, width, height } = room === null ? frame : aroundMembers(session.design(), room, frame)
  canvas.setState(({ nodes }) => ({
    nodes: nodes.map(node =>
      node.id === nodeId ? ({ ...node, position: { x, y }, width, height, dragging: true } as CanvasNode) : node,
    ),
  }))
}

/** Ends a resize, as one edit. Blocks that lie in a room now, and stood in none or in the one around it, join it. */
export function endResize(session: Session, nodeId: string, frame: Frame): void {
  const design = session.design()
  const room = groupOfNode(nodeId)
  session.commit(room === null ? resizeNote(design, nodeId, frame) : resizeRoom(design, room, frame))
}
