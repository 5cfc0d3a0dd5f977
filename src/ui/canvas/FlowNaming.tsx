import { EdgeLabelRenderer } from '@xyflow/react'
import type { Flow } from '../../model/design'
import { useCanvas } from './canvas-context'
import { middleOfLine } from './middle-of-line'
import { Rename } from './Rename'
import styles from './Rename.module.css'

/** The label of a flow while it is typed: where it stands, or on the middle of the line. */
export default function FlowNaming({ flow }: { readonly flow: Flow }) {
  const patch = useCanvas(canvas => canvas.labels.get(flow.id)?.patch)
  const line = useCanvas(canvas => canvas.routes.get(flow.id))
  const at = patch ? { x: patch.x + patch.width / 2, y: patch.y + patch.height / 2 } : middleOfLine(line ?? [])
  return (
    <EdgeLabelRenderer>
      <div className={styles.place} style={{ translate: `${at.x}px ${at.y}px` }}>
        <Rename id={flow.id} label={flow.label ?? ''} look="flow" />
      </div>
    </EdgeLabelRenderer>
  )
}
