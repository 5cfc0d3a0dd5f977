import styles from './Canvas.module.css'
import { useCanvas } from './canvas-context'

/** Why a flow cannot end at the block under the pointer. */
export function PendingTip() {
  const pending = useCanvas(canvas => canvas.pending)
  if (!pending?.reason) return null
  return (
    <div
      role="tooltip"
      className={styles.tip}
      style={{ transform: `translate(${pending.x + 14}px, ${pending.y + 16}px)` }}
    >
      {pending.reason}
    </div>
  )
}
