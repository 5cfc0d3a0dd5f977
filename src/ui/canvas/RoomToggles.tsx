import { ViewportPortal } from '@xyflow/react'
import { useStore } from 'zustand'
import { useEditor, useSession } from '../session/hooks'
import { useCanvas } from './canvas-context'
import styles from './Room.module.css'
import { RoomToggle } from './RoomToggle'

/** From the corner of a room to its button, in canvas pixels. */
const BUTTON = 24
const INSET = 3

/** The buttons of open rooms, in their top right corners and over the flows that run there. */
export default function RoomToggles() {
  const nodes = useCanvas(canvas => canvas.nodes)
  const isReadOnly = useStore(useSession().document, state => state.readOnly)
  const isPresenting = useEditor(editor => editor.stage !== null)
  if (isReadOnly || isPresenting) return null
  return (
    <ViewportPortal>
      {nodes.map(node => {
        if (node.type !== 'mlRoom') return null
        const { x, y } = node.position
        const left = x + (node.width ?? 0) - BUTTON - INSET
        return (
          <div key={node.id} className={styles.corner} style={{ transform: `translate(${left}px, ${y + INSET}px)` }}>
            <RoomToggle group={node.data.group} />
          </div>
        )
      })}
    </ViewportPortal>
  )
}
