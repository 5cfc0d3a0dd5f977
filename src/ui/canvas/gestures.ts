import type { EdgeChange, NodeChange } from '@xyflow/react'
import { reroute } from '../../drawing/route'
import { refusal } from '../../kinds/flow-kinds'
import { moveBlocks } from '../../model/blocks'
import { type Design, type Id, lookUp, type Point } from '../../model/design'
import { applyEdit } from '../../model/edit'
import { moveByHand } from '../commands/editing'
import { select } from '../session/editor-store'
import type { Session } from '../session/session'
import type { CanvasStore } from './canvas-store'
import { type CanvasFlow, type CanvasNode, groupOfNode } from './reconcile'

/**
 * Takes what React Flow says about nodes: frames of a drag and measured sizes stay on the canvas, a selection goes to
 * the editor. Nothing here changes the design.
 */
export function takeChanges(session: Session, canvas: CanvasStore, changes: readonly NodeChange<CanvasNode>[]): void {
  const moved = new Map<Id, Point>()
  const measured = new Map<Id, { width: number; height: number }>()
  const { blocks, flows } = session.editor.getState()
  const selected = new Set(blocks)
  for (const change of changes) {
    if (change.type === 'position' && change.position && change.dragging) moved.set(change.id, change.position)
    else if (change.type === 'dimensions' && change.dimensions) measured.set(change.id, change.dimensions)
    else if (change.type === 'select' && groupOfNode(change.id) === null) {
      if (change.selected) selected.add(change.id)
      else selected.delete(change.id)
    }
  }
  if (moved.size > 0 || measured.size > 0) {
    canvas.setState(({ nodes }) => ({
      nodes: nodes.map(node => {
        const position = moved.get(node.id)
        const size = measured.get(node.id)
        if (!position && !size) return node
        return {
          ...node,
          ...(position ? { position, dragging: true } : {}),
          ...(size ? { measured: size } : {}),
        } as CanvasNode
      }),
    }))
    if (moved.size > 0) followDrag(session, canvas, moved)
  }
  if (selected.size !== blocks.size || [...selected].some(id => !blocks.has(id)))
    select(session.editor, selected, flows)
}

/** Takes which flows React Flow selected. */
export function takeFlowSelection(session: Session, changes: readonly EdgeChange<CanvasFlow>[]): void {
  const { blocks, flows } = session.editor.getState()
  const selected = new Set(flows)
  for (const change of changes) {
    if (change.type !== 'select') continue
    if (change.selected) selected.add(change.id)
    else selected.delete(change.id)
  }
  if (selected.size !== flows.size || [...selected].some(id => !flows.has(id))) select(session.editor, blocks, selected)
}

/** Lets the lines of dragged blocks follow the pointer; the other lines stay as they are. */
function followDrag(session: Session, canvas: CanvasStore, moved: ReadonlyMap<Id, Point>): void {
  const design = withLive(session.design(), moved)
  const ids = new Set(moved.keys())
  canvas.setState(({ routes, labels }) => {
    const followed = reroute(design, routes, ids)
    // A label of a line that follows the drag would stay behind: it comes back with the drop.
    const still = [...labels].filter(([id]) => followed.get(id) === routes.get(id))
    return { routes: followed, labels: new Map(still) }
  })
}

/** The design as it would be with blocks at these places. */
function withLive(design: Design, places: ReadonlyMap<Id, Point>): Design {
  return applyEdit(design, moveBlocks(design, places))
}

/** Remembers where the dragged blocks stood. */
export function startDrag(session: Session, canvas: CanvasStore, dragged: readonly CanvasNode[]): void {
  const design = session.design()
  canvas.setState({
    origins: dragged.flatMap(node => {
      const at = lookUp(design.blocks, node.id)?.at
      return at ? [{ id: node.id, at, width: node.width ?? 0, height: node.height ?? 0 }] : []
    }),
  })
}

/** Ends a drag: where the blocks were let go is one edit. */
export function endDrag(session: Session, canvas: CanvasStore, dragged: readonly CanvasNode[]): void {
  canvas.setState({ origins: [] })
  const to = new Map(
    dragged.map(node => [node.id, { x: Math.round(node.position.x), y: Math.round(node.position.y) }] as const),
  )
  moveByHand(session, to)
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

/** Shows what a flow that is being drawn would do at the pointer: join, or be refused and why. */
export function trackPending(session: Session, canvas: CanvasStore, from: Id, x: number, y: number): void {
  const design = session.design()
  const over = blockUnder(x, y)
  const source = lookUp(design.blocks, from)
  const target = over === null || over === from ? undefined : lookUp(design.blocks, over)
  const reason = source && target ? refusal(source.kind, target.kind) : null
  canvas.setState({ pending: { from, over: target ? over : null, reason, x, y } })
}
