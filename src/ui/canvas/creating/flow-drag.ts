import { refusal } from '../../../kinds/flow-kinds'
import { type Design, type Id, lookUp, type Point } from '../../../model/design'
import { connectBlocks } from '../../commands/editing'
import { flowDrag as say } from '../../messages/en'
import { tell } from '../../session/editor-store'
import type { Session } from '../../session/session'
import type { CanvasStore } from '../canvas-store'
import { blockUnder } from '../gestures'
import { groupOfNode } from '../reconcile'
import { refusedBlocks } from './targets'

/** The flow that is being dragged from a port; `null` once it is let go of or given up. */
let dragged: { readonly from: Id; readonly stop: () => void } | null = null

/** Follows a flow that is dragged from a port: blocks that it cannot join stand back, the one under it says why. */
export function startFlowDrag(session: Session, canvas: CanvasStore, from: Id, cancel: () => void): void {
  dragged?.stop()
  const onMove = (event: PointerEvent) => trackPending(session, canvas, from, { x: event.clientX, y: event.clientY })
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    stop()
    cancel()
  }
  const stop = () => {
    dragged = null
    window.removeEventListener('pointermove', onMove)
    window.removeEventListener('keydown', onKey, true)
    canvas.setState({ pending: null, refused: new Set() })
  }
  window.addEventListener('pointermove', onMove)
  window.addEventListener('keydown', onKey, true)
  canvas.setState({ refused: refusedBlocks(session.design(), from, false) })
  dragged = { from, stop }
}

/**
 * Ends the drag at a place on screen: joins the block that lies there, or the one with the port nearby. On empty canvas
 * it offers the blocks that may stand there.
 */
export function endFlowDrag(session: Session, point: Point, nearby: Id | null): void {
  if (!dragged) return
  const { from, stop } = dragged
  stop()
  const over = endUnder(point) ?? nearby
  if (isClosedRoom(session.design(), blockUnder(point.x, point.y) ?? nearby))
    tell(session.editor, { text: say.openRoom, severity: 'error' })
  else if (over !== null) connectBlocks(session, from, over)
  else if (isOnCanvas(point))
    session.editor.setState({
      dialog: 'add',
      addAt: session.view.dropPoint(point.x, point.y),
      addTo: { from, way: 'after' },
    })
}

/** Whether a node of the canvas is a collapsed room. */
function isClosedRoom(design: Design, node: string | null): boolean {
  const room = node === null ? null : groupOfNode(node)
  return room !== null && lookUp(design.groups, room)?.collapsed === true
}

/** The block that a flow would join at a place on screen, or null. Rooms are none. */
export function endUnder({ x, y }: Point): Id | null {
  const under = blockUnder(x, y)
  return under === null || groupOfNode(under) === null ? under : null
}

/** Whether a place on screen is the diagram itself, and nothing that floats over it. */
export function isOnCanvas({ x, y }: Point): boolean {
  const element = document.elementFromPoint(x, y)
  return element?.closest('.react-flow') != null && !element.closest('button')
}

/** Shows what a flow that is being drawn would do at the pointer: join, or be refused and why. */
export function trackPending(
  session: Session,
  canvas: CanvasStore,
  from: Id,
  { x, y }: Point,
  isReversed = false,
): void {
  const design = session.design()
  const over = endUnder({ x, y })
  const near = lookUp(design.blocks, from)
  const far = over === null || over === from ? undefined : lookUp(design.blocks, over)
  const [source, target] = isReversed ? [far, near] : [near, far]
  const closed = isClosedRoom(design, blockUnder(x, y)) ? say.openRoom : null
  const reason = source && target ? refusal(source.kind, target.kind) : closed
  canvas.setState({ pending: { from, over: far ? over : null, reason, x, y } })
}
