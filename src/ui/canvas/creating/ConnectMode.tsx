import { getSmoothStepPath, Position, useReactFlow, ViewportPortal } from '@xyflow/react'
import { useEffect } from 'react'
import { rectOf } from '../../../layout/frames'
import type { Rect } from '../../../layout/rect'
import { type Id, lookUp, type Point } from '../../../model/design'
import { connectMode as say } from '../../messages/en'
import { Button } from '../../parts/Button'
import { Keys } from '../../parts/Keys'
import { announce } from '../../session/announce'
import { useDesign, useEditor, useSession } from '../../session/hooks'
import { useCanvas, useCanvasStore } from '../canvas-context'
import styles from './Creating.module.css'
import { changeConnecting, connectingSentence, stopConnecting, turnConnecting } from './connecting'
import { refusedBlocks } from './targets'
import { useConnectKeys } from './use-connect-keys'
import { useConnectPointer } from './use-connect-pointer'

/** A flow that is drawn without dragging: what is going on, the line to the pointer, and the keys and clicks for it. */
export function ConnectMode() {
  const text = useConnectKeys()
  useConnectPointer()
  useRefused()
  useSaid()
  return (
    <>
      <ConnectBar text={text} />
      <LooseLine />
    </>
  )
}

function ConnectBar({ text }: { readonly text: string }) {
  const session = useSession()
  const connecting = useEditor(editor => editor.connecting)
  const from = useDesign(design => lookUp(design.blocks, connecting?.from ?? '')?.label)
  const over = useDesign(design => lookUp(design.blocks, connecting?.over ?? '')?.label)
  if (!connecting) return null
  const { isReversed, isKept } = connecting
  const near = (
    <b key="near" className={styles.end}>
      {from ?? over ?? say.open}
    </b>
  )
  const far = (
    <b key="far" className={styles.end}>
      {from === undefined ? say.open : (over ?? say.open)}
    </b>
  )
  return (
    <div className={styles.bar} data-connecting="">
      <p className={styles.ends}>
        {isReversed ? say.ends(far, near) : say.ends(near, far)}
        {text !== '' && <span className={styles.text}>{text}</span>}
      </p>
      <div className={styles.hints}>
        <span className={styles.hint} aria-hidden="true">
          {say.keys(<Keys key="arrows" of="ArrowLeft+ArrowRight" />, <Keys key="enter" of="Enter" />)}
        </span>
        <Button size="small" icon="arrow-left-right" onClick={() => turnConnecting(session)}>
          {say.turn} <Keys of="Tab" />
        </Button>
        <Button
          size="small"
          aria-pressed={isKept}
          look={isKept ? 'secondary' : 'quiet'}
          onClick={() => changeConnecting(session, { isKept: !isKept })}
        >
          {say.keep} <Keys of="Q" />
        </Button>
        <Button size="small" onClick={() => stopConnecting(session)}>
          {say.cancel} <Keys of="Escape" />
        </Button>
      </div>
    </div>
  )
}

/** The line from the chosen block to the pointer, while the pointer is over nothing that it may join. */
function LooseLine() {
  const { screenToFlowPosition } = useReactFlow()
  const connecting = useEditor(editor => editor.connecting)
  const pending = useCanvas(canvas => canvas.pending)
  const block = useDesign(design => lookUp(design.blocks, connecting?.from ?? ''))
  const rect = block && rectOf(block)
  if (!connecting || !pending || !rect || (pending.over !== null && pending.reason === null)) return null
  const at = screenToFlowPosition({ x: pending.x, y: pending.y }, { snapToGrid: false })
  return (
    <ViewportPortal>
      <svg className={styles.loose} width={1} height={1} aria-hidden="true">
        <path d={pathTo(rect, at)} />
      </svg>
    </ViewportPortal>
  )
}

/** From the middle of the side that faces a point to that point, at right angles. */
function pathTo({ x, y, width, height }: Rect, at: Point): string {
  const middle = { x: x + width / 2, y: y + height / 2 }
  const isAcross = Math.abs(at.x - middle.x) / width > Math.abs(at.y - middle.y) / height
  const isAfter = isAcross ? at.x > middle.x : at.y > middle.y
  const [sourcePosition, targetPosition] = isAcross
    ? isAfter
      ? [Position.Right, Position.Left]
      : [Position.Left, Position.Right]
    : isAfter
      ? [Position.Bottom, Position.Top]
      : [Position.Top, Position.Bottom]
  const [path] = getSmoothStepPath({
    sourceX: isAcross ? (isAfter ? x + width : x) : middle.x,
    sourceY: isAcross ? middle.y : isAfter ? y + height : y,
    sourcePosition,
    targetX: at.x,
    targetY: at.y,
    targetPosition,
    borderRadius: 8,
  })
  return path
}

/** Blocks that the flow cannot join stand back; the one pointed at is marked as its end. */
function useRefused(): void {
  const session = useSession()
  const canvas = useCanvasStore()
  const from: Id | null = useEditor(editor => editor.connecting?.from ?? null)
  const over: Id | null = useEditor(editor => editor.connecting?.over ?? null)
  const isReversed = useEditor(editor => editor.connecting?.isReversed ?? false)
  useEffect(() => {
    canvas.setState({ refused: from === null ? new Set() : refusedBlocks(session.design(), from, isReversed) })
    return () => canvas.setState({ refused: new Set(), pending: null })
  }, [session, canvas, from, isReversed])
  useEffect(() => {
    const { pending } = canvas.getState()
    if (over !== null && pending?.over !== over)
      canvas.setState({ pending: { from: from ?? over, over, reason: null, x: 0, y: 0 } })
  }, [canvas, from, over])
}

/** Says what is going on, and each block that is come to. */
function useSaid(): void {
  const session = useSession()
  const connecting = useEditor(editor => editor.connecting)
  useEffect(() => {
    session.view.focus()
  }, [session])
  useEffect(() => {
    if (connecting) announce(session, connectingSentence(session.design(), connecting))
  }, [session, connecting])
}
