import { type ControlPosition, NodeResizeControl, type OnResize, type OnResizeEnd } from '@xyflow/react'
import { useCallback } from 'react'
import { useStore } from 'zustand'
import { LEAST_NOTE, LEAST_ROOM } from '../../layout/resize'
import { useEditor, useSession } from '../session/hooks'
import styles from './Canvas.module.css'
import { useCanvasStore } from './canvas-context'
import { groupOfNode } from './reconcile'
import { endResize, showResize } from './resizing'

interface ResizerProps {
  /** The node as React Flow knows it. */
  readonly node: string
}

const CORNERS: readonly ControlPosition[] = ['top-left', 'top-right', 'bottom-right', 'bottom-left']
const SIDES: readonly ControlPosition[] = ['top', 'right', 'bottom', 'left']

/**
 * The points by which a room (eight) or note (four) is resized while it alone is selected. The frame follows the pointer, the drop
 * is one edit.
 */
export default function Resizer({ node }: ResizerProps) {
  const session = useSession()
  const canvas = useCanvasStore()
  const isReadOnly = useStore(session.document, state => state.readOnly)
  const isAlone = useEditor(({ blocks, groups }) => blocks.size + groups.size === 1)
  const onResize = useCallback<OnResize>(
    (_, frame) => showResize(session, canvas, node, frame),
    [session, canvas, node],
  )
  const onResizeEnd = useCallback<OnResizeEnd>((_, frame) => endResize(session, node, frame), [session, node])
  if (isReadOnly || !isAlone) return null
  const isNote = groupOfNode(node) === null
  const least = isNote ? LEAST_NOTE : LEAST_ROOM
  // A note has its ports in the middle of its sides.
  const points = isNote ? CORNERS : [...SIDES, ...CORNERS]
  return points.map(position => (
    <NodeResizeControl
      key={position}
      position={position}
      minWidth={least.width}
      minHeight={least.height}
      className={`${styles.resizeHandle} nopan`}
      onResize={onResize}
      onResizeEnd={onResizeEnd}
    />
  ))
}
