import { useStore as useFlowStore, ViewportPortal } from '@xyflow/react'
import { useEffect, useRef, useState } from 'react'
import { onGrid } from '../../../layout/rect'
import { type Axis, makeSpace } from '../../../layout/space'
import type { Point } from '../../../model/design'
import { applyEdit, type Edit } from '../../../model/edit'
import { hands as say } from '../../messages/en'
import { announce } from '../../session/announce'
import { useSession } from '../../session/hooks'
import type { Session } from '../../session/session'
import { useCanvasStore } from '../canvas-context'
import type { CanvasStore } from '../canvas-store'
import { displaced } from '../displaced'
import { reconcileNodes } from '../reconcile'
import { canvasRouter } from '../router'
import { followPointer } from './follow-pointer'
import styles from './Hands.module.css'

/** Pixels of the canvas that the pointer goes before it is clear which way the space is made. */
const CLEAR = 6

interface SpaceDragProps {
  /** Where the drag began: there the line stands. */
  readonly from: Point
  readonly onDone: () => void
}

/** The line at which space is made, while the pointer drags what lies behind it; the canvas shows what would come. */
export function SpaceDrag({ from, onDone }: SpaceDragProps) {
  const session = useSession()
  const canvas = useCanvasStore()
  const [axis, setAxis] = useState<Axis | null>(null)
  const way = useRef<Axis | null>(null)
  useEffect(() => {
    const { routes, labels, hops } = canvas.getState()
    const editTo = (event: PointerEvent): Edit | null => {
      const at = session.view.dropPoint(event.clientX, event.clientY)
      if (!at) return null
      const by = { x: at.x - from.x, y: at.y - from.y }
      if (!way.current && Math.max(Math.abs(by.x), Math.abs(by.y)) < CLEAR) return null
      way.current ??= Math.abs(by.x) >= Math.abs(by.y) ? 'x' : 'y'
      setAxis(way.current)
      return makeSpace(session.design(), way.current, from[way.current], onGrid(by[way.current]))
    }
    const leave = () => {
      showNodes(session, canvas, session.design())
      canvas.setState({ routes, labels, hops })
      onDone()
    }
    const onMove = (event: PointerEvent) => {
      const edit = editTo(event)
      if (edit) preview(session, canvas, edit)
    }
    const onUp = (event: PointerEvent) => {
      const edit = editTo(event)
      leave()
      session.editor.setState({ tool: 'select' })
      if (edit && session.commit(edit)) announce(session, say.done(edit.label))
    }
    return followPointer({ onMove, onUp, onCancel: leave })
  }, [session, canvas, from, onDone])
  return axis && <Line axis={axis} at={from[axis]} />
}

/** A line across all that is visible. */
function Line({ axis, at }: { readonly axis: Axis; readonly at: number }) {
  const [x, y, zoom] = useFlowStore(state => state.transform)
  const length = useFlowStore(state => Math.max(state.width, state.height)) / zoom
  const [left, top] = [-x / zoom, -y / zoom]
  const d = axis === 'x' ? `M${at} ${top}v${length}` : `M${left} ${at}h${length}`
  return (
    <ViewportPortal>
      <svg className={styles.marks} width={1} height={1} aria-hidden="true">
        <path className={styles.space} data-space={axis} d={d} />
      </svg>
    </ViewportPortal>
  )
}

function preview(session: Session, canvas: CanvasStore, edit: Edit): void {
  const live = applyEdit(session.design(), edit)
  const ids = displaced(session.design(), live)
  showNodes(session, canvas, live)
  canvas.setState(({ routes }) => ({ routes: canvasRouter().reroute(live, routes, ids), labels: new Map() }))
}

function showNodes(session: Session, canvas: CanvasStore, design: ReturnType<Session['design']>): void {
  const { blocks, groups } = session.editor.getState()
  canvas.setState(({ nodes }) => ({ nodes: reconcileNodes(nodes, design, blocks, groups) }))
}

/** Hears a drag with Alt that begins on empty canvas, before the view takes it. */
export function useAltDrag(onStart: (at: Point) => void, isOn: boolean): void {
  const session = useSession()
  const element = useFlowStore(state => state.domNode)
  const start = useRef(onStart)
  useEffect(() => {
    start.current = onStart
  })
  useEffect(() => {
    if (!element || !isOn) return
    const isOurs = (event: MouseEvent) =>
      event.altKey && event.button === 0 && event.target instanceof Element && event.target.matches('.react-flow__pane')
    const onPointer = (event: PointerEvent) => {
      const at = isOurs(event) ? session.view.dropPoint(event.clientX, event.clientY) : null
      if (!at) return
      event.stopPropagation()
      start.current(at)
    }
    // The view listens to the mouse event that follows.
    const onMouse = (event: MouseEvent) => {
      if (isOurs(event)) event.stopPropagation()
    }
    element.addEventListener('pointerdown', onPointer, true)
    element.addEventListener('mousedown', onMouse, true)
    return () => {
      element.removeEventListener('pointerdown', onPointer, true)
      element.removeEventListener('mousedown', onMouse, true)
    }
  }, [session, element, isOn])
}
