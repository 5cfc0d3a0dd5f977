import { useStore as useFlowStore, ViewportPortal } from '@xyflow/react'
import { type PointerEvent as PointerPress, useCallback, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { boxBetween } from '../../../drawing/geometry'
import { onGrid } from '../../../layout/rect'
import type { Point } from '../../../model/design'
import { isTyping } from '../../commands/keys'
import { drawRoom } from '../../commands/tools'
import { hands as say } from '../../messages/en'
import { announce } from '../../session/announce'
import type { EditorState } from '../../session/editor-store'
import { useEditor, useSession } from '../../session/hooks'
import { followPointer } from './follow-pointer'
import styles from './Hands.module.css'
import { SpaceDrag, useAltDrag } from './SpaceDrag'

/**
 * The sheet that lies over the diagram while a tool is in use or the space bar is down, so that a drag means the same on a
 * block as beside it. The hand leaves drag and wheel to the canvas, the other tools take the drag.
 */
export function ToolLayer() {
  const session = useSession()
  const tool = useEditor(editor => editor.tool)
  const isReadOnly = useStore(session.document, state => state.readOnly)
  const isSpaceDown = useSpaceBar()
  useSaid(tool)
  const [from, setFrom] = useState<Point | null>(null)
  const [line, setLine] = useState<Point | null>(null)
  useAltDrag(setLine, !isReadOnly)
  // The same functions at every render: a drag listens as long as it lasts.
  const endRoom = useCallback(() => setFrom(null), [])
  const endSpace = useCallback(() => setLine(null), [])
  const isHand = isSpaceDown || tool === 'hand'
  const start = (event: PointerPress) => {
    const at = event.button === 0 ? session.view.dropPoint(event.clientX, event.clientY) : null
    if (!at || isHand) return
    event.stopPropagation()
    if (tool === 'space') setLine(at)
    else setFrom(at)
  }
  return (
    <>
      {(isHand || tool === 'room' || tool === 'space') && <Sheet look={isHand ? 'hand' : tool} onPointerDown={start} />}
      {from && <RoomDrag from={from} onDone={endRoom} />}
      {line && <SpaceDrag from={line} onDone={endSpace} />}
    </>
  )
}

interface SheetProps {
  readonly look: string
  readonly onPointerDown: (event: PointerPress) => void
}

/** As large as what is visible, in the layer that the view moves: wheel and pinch still reach the canvas. */
function Sheet({ look, onPointerDown }: SheetProps) {
  const [x, y, zoom] = useFlowStore(state => state.transform)
  const width = useFlowStore(state => state.width)
  const height = useFlowStore(state => state.height)
  return (
    <ViewportPortal>
      <div
        className={`${styles.sheet} ${look === 'hand' ? '' : 'nopan'}`}
        data-sheet={look}
        style={{
          transform: `translate(${-x / zoom}px, ${-y / zoom}px)`,
          width: width / zoom,
          height: height / zoom,
        }}
        onPointerDown={onPointerDown}
      />
    </ViewportPortal>
  )
}

interface DragProps {
  readonly from: Point
  readonly onDone: () => void
}

/** The frame of a room while it is drawn. */
function RoomDrag({ from, onDone }: DragProps) {
  const session = useSession()
  const [to, setTo] = useState(from)
  const { x, y, width, height } = boxBetween(onGridPoint(from), onGridPoint(to))
  useEffect(() => {
    const pointOf = (event: PointerEvent) => session.view.dropPoint(event.clientX, event.clientY)
    const onMove = (event: PointerEvent) => setTo(at => pointOf(event) ?? at)
    const onUp = (event: PointerEvent) => {
      onDone()
      const end = pointOf(event)
      if (end) drawRoom(session, boxBetween(onGridPoint(from), onGridPoint(end)))
    }
    return followPointer({ onMove, onUp, onCancel: onDone })
  }, [session, from, onDone])
  return (
    <ViewportPortal>
      <div className={styles.frame} style={{ transform: `translate(${x}px, ${y}px)`, width, height }} />
    </ViewportPortal>
  )
}

function onGridPoint({ x, y }: Point): Point {
  return { x: onGrid(x), y: onGrid(y) }
}

/** Says which tool the pointer has, when it changes. */
function useSaid(tool: EditorState['tool']): void {
  const session = useSession()
  const said = useRef(tool)
  useEffect(() => {
    if (said.current !== tool) announce(session, say.tools[tool])
    said.current = tool
  }, [session, tool])
}

/** Whether the space bar is held down while no field or button has the keyboard. */
function useSpaceBar(): boolean {
  const [isDown, setDown] = useState(false)
  useEffect(() => {
    const onDown = ({ key, target }: KeyboardEvent) => {
      const isOnControl =
        isTyping(target) || (target instanceof Element && target.closest('button, a, dialog') !== null)
      if (key === ' ' && !isOnControl) setDown(true)
    }
    const onUp = ({ key }: KeyboardEvent) => key === ' ' && setDown(false)
    const onLeave = () => setDown(false)
    window.addEventListener('keydown', onDown)
    window.addEventListener('keyup', onUp)
    window.addEventListener('blur', onLeave)
    return () => {
      window.removeEventListener('keydown', onDown)
      window.removeEventListener('keyup', onUp)
      window.removeEventListener('blur', onLeave)
    }
  }, [])
  return isDown
}
