import { ViewportPortal } from '@xyflow/react'
import { flowShapes } from '../../../drawing/flow-line'
import canvasStyles from '../Canvas.module.css'
import { useCanvas } from '../canvas-context'
import styles from './Hands.module.css'
import { useHands } from './hands-store'

/** The flow that what is dragged would join, lit up; one that refuses it says why. */
export function TargetFlow() {
  const target = useHands(state => state.target)
  const line = useCanvas(canvas => canvas.routes.get(target?.flow ?? ''))
  if (!target || !line) return null
  const { flow, reason, at } = target
  return (
    <>
      <ViewportPortal>
        <svg className={styles.marks} width={1} height={1} aria-hidden="true">
          <path
            className={styles.target}
            data-target={flow}
            data-refused={reason !== null}
            d={flowShapes(line, 'request').d}
          />
        </svg>
      </ViewportPortal>
      {reason !== null && (
        <div
          role="tooltip"
          className={`${canvasStyles.tip} ${styles.late}`}
          style={{ transform: `translate(${at.x + 14}px, ${at.y + 40}px)` }}
        >
          {reason}
        </div>
      )}
    </>
  )
}
