import { frames } from '../../layout/frames'
import { ownersOf } from '../../layout/owners'
import { union } from '../../layout/rect'
import { resizeNote } from '../../model/arrange'
import { type Design, type Id, lookUp } from '../../model/design'
import { applyEdit, type Edit } from '../../model/edit'
import { type Frame, resizeGroup, setOwner } from '../../model/groups'
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

function resizeRoom(design: Design, id: Id, frame: Frame): Edit {
  const resize = resizeGroup(design, id, aroundMembers(design, id, frame))
  const after = applyEdit(design, resize)
  const outer = lookUp(design.groups, id)?.group
  const near = Object.values(after.blocks).filter(block => block.group === outer)
  const owners = [
    ...ownersOf(
      after,
      near.map(block => block.id),
    ),
  ].filter(([, owner]) => owner === id)
  return { ...resize, changes: [...resize.changes, ...setOwner(after, new Map(owners)).changes] }
}

function aroundMembers(design: Design, id: Id, frame: Frame): Frame {
  const tight = frames(design, [id]).get(id)
  return tight ? union(tight, frame) : frame
}
