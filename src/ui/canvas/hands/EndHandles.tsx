import { ViewportPortal } from '@xyflow/react'
import { type PointerEvent as PointerPress, useCallback, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { rectOf } from '../../../layout/frames'
import { type Flow, type Id, lookUp, type Point } from '../../../model/design'
import { type FlowEnd, moveEnd, whyNotEnd } from '../../commands/reconnecting'
import { hands as say } from '../../messages/en'
import { useDesign, useEditor, useSession } from '../../session/hooks'
import { useCanvas, useCanvasStore } from '../canvas-context'
import { blockUnder } from '../gestures'
import { followPointer } from './follow-pointer'
import styles from './Hands.module.css'

const ENDS: readonly FlowEnd[] = ['source', 'target']

/** The two ends of the one selected flow as handles: dragged to another block, the flow starts or ends there. */
export function EndHandles() {
  const session = useSession()
  const only = useEditor(({ blocks, flows, groups }) =>
    flows.size === 1 && blocks.size + groups.size === 0 ? [...flows][0] : undefined,
  )
  const flow = useDesign(design => lookUp(design.flows, only ?? ''))
  const line = useCanvas(canvas => canvas.routes.get(only ?? ''))
  const isReadOnly = useStore(session.document, state => state.readOnly)
  const isDragging = useCanvas(canvas => canvas.origins.length > 0)
  const [dragged, setDragged] = useState<FlowEnd | null>(null)
  // The same function at every render: a drag listens as long as it lasts.
  const letGo = useCallback(() => setDragged(null), [])
  if (!flow || !line || isReadOnly || isDragging) return null
  return (
    <ViewportPortal>
      {dragged && <DraggedEnd flow={flow} end={dragged} line={line} onDone={letGo} />}
      {ENDS.map(end => (
        <Handle key={end} end={end} at={endOf(line, end)} onPress={() => setDragged(end)} />
      ))}
    </ViewportPortal>
  )
}

interface HandleProps {
  readonly end: FlowEnd
  readonly at: Point
  readonly onPress: () => void
}

function Handle({ end, at, onPress }: HandleProps) {
  const press = (event: PointerPress) => {
    if (event.button !== 0) return
    event.stopPropagation()
    onPress()
  }
  return (
    <div
      className={`${styles.end} nopan nodrag`}
      style={{ transform: `translate(${at.x}px, ${at.y}px) scale(calc(1 / var(--z, 1))) translate(-50%, -50%)` }}
      data-end={end}
      title={end === 'source' ? say.moveStart : say.moveEnd}
      onPointerDown={press}
    />
  )
}

interface DraggedEndProps {
  readonly flow: Flow
  readonly end: FlowEnd
  readonly line: readonly Point[]
  readonly onDone: () => void
}

/** A line from the end that stays to the pointer; blocks that refuse the flow stand back and say why. */
function DraggedEnd({ flow, end, line, onDone }: DraggedEndProps) {
  const session = useSession()
  const canvas = useCanvasStore()
  const [to, setTo] = useState<Point>(() => endOf(line, end))
  const from = endOf(line, end === 'source' ? 'target' : 'source')
  const refused = useMemo(() => refusedBy(session.design(), flow, end), [session, flow, end])
  useEffect(() => {
    const over = ({ clientX, clientY }: PointerEvent) => {
      const id = blockUnder(clientX, clientY)
      return id !== null && Object.hasOwn(session.design().blocks, id) ? id : null
    }
    const finish = () => {
      canvas.setState({ pending: null })
      onDone()
    }
    const onMove = (event: PointerEvent) => {
      const at = session.view.dropPoint(event.clientX, event.clientY)
      if (at) setTo(at)
      const id = over(event)
      const reason = id === null ? null : whyNotEnd(session.design(), flow, end, id)
      const stays = end === 'source' ? flow.target : flow.source
      canvas.setState({ pending: { from: stays, over: id, reason, x: event.clientX, y: event.clientY } })
    }
    const onUp = (event: PointerEvent) => {
      const id = over(event)
      finish()
      if (id !== null) moveEnd(session, flow.id, end, id)
    }
    return followPointer({ onMove, onUp, onCancel: finish })
  }, [session, canvas, flow, end, onDone])
  return (
    <>
      {refused.map(({ id, x, y, width, height }) => (
        <div
          key={id}
          className={styles.veil}
          data-veil={id}
          style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
        />
      ))}
      <svg className={styles.marks} width={1} height={1} aria-hidden="true">
        <path className={styles.pulled} d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
      </svg>
    </>
  )
}

function refusedBy(design: Parameters<typeof whyNotEnd>[0], flow: Flow, end: FlowEnd) {
  return Object.values(design.blocks).flatMap(block => {
    const rect = rectOf(block)
    const isOther = block.id === (end === 'source' ? flow.target : flow.source)
    if (!rect || isOther || whyNotEnd(design, flow, end, block.id) === null) return []
    return [{ id: block.id as Id, ...rect }]
  })
}

function endOf(line: readonly Point[], end: FlowEnd): Point {
  return (end === 'source' ? line[0] : line.at(-1)) ?? { x: 0, y: 0 }
}
