import { useStore as useFlowStore } from '@xyflow/react'
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Size } from '../../../model/design'
import { useEditor, useSession } from '../../session/hooks'
import { useCanvas } from '../canvas-context'
import type { Box } from '../popover-place'
import styles from './Hands.module.css'
import { useHands } from './hands-store'
import { toolbarBeside, toolbarPlace } from './toolbar-place'

interface ToolbarProps {
  readonly label: string
  /** What it belongs to, in canvas pixels. */
  readonly anchor: Box
  /** Beside a line that runs up and down; else above what it belongs to. */
  readonly isBeside?: boolean
  readonly children: ReactNode
}

/**
 * A few commands beside the one thing that is selected, of the same size at every zoom. It goes while something is
 * dragged, drawn or typed, and makes way for an open finding.
 */
export function Toolbar({ label, anchor, isBeside = false, children }: ToolbarProps) {
  const isWanted = useIsWanted()
  const [x, y, zoom] = useFlowStore(state => state.transform)
  const width = useFlowStore(state => state.width)
  const height = useFlowStore(state => state.height)
  const element = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<Size>({ width: 160, height: 30 })
  useLayoutEffect(() => {
    const bar = element.current
    if (bar && (bar.offsetWidth !== size.width || bar.offsetHeight !== size.height))
      setSize({ width: bar.offsetWidth, height: bar.offsetHeight })
  })
  const box = {
    x: anchor.x * zoom + x,
    y: anchor.y * zoom + y,
    width: anchor.width * zoom,
    height: anchor.height * zoom,
  }
  const place = (isBeside ? toolbarBeside : toolbarPlace)(box, size, { width, height })
  if (!isWanted || !place) return null
  return (
    <div
      ref={element}
      role="toolbar"
      aria-label={label}
      data-toolbar=""
      className={styles.toolbar}
      style={{ transform: `translate(${Math.round(place.x)}px, ${Math.round(place.y)}px)` }}
      onKeyDown={walk}
    >
      {children}
    </div>
  )
}

function useIsWanted(): boolean {
  const session = useSession()
  const isReadOnly = useStore(session.document, state => state.readOnly)
  const isOpenElsewhere = useEditor(
    editor =>
      editor.renaming !== null ||
      editor.finding !== null ||
      editor.menu !== null ||
      editor.dialog !== null ||
      editor.connecting !== null ||
      editor.ghost !== null,
  )
  const isDragging = useCanvas(canvas => canvas.origins.length > 0 || canvas.pending !== null)
  const isResizing = useCanvas(canvas => canvas.nodes.some(node => node.dragging))
  const isGuided = useHands(state => state.target !== null)
  return !(isReadOnly || isOpenElsewhere || isDragging || isResizing || isGuided)
}

/** Left and right walk through the buttons. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (by === 0) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  buttons[(at + by + buttons.length) % buttons.length]?.focus()
  event.preventDefault()
  event.stopPropagation()
}
