import { ViewportPortal } from '@xyflow/react'
import styles from './Canvas.module.css'
import { useCanvas } from './canvas-context'

/** A dashed outline where each dragged block stood. */
export function DragOrigins() {
  const origins = useCanvas(canvas => canvas.origins)
  return (
    <ViewportPortal>
      {origins.map(({ id, at, width, height }) => (
        <div
          key={id}
          className={styles.origin}
          style={{ transform: `translate(${at.x}px, ${at.y}px)`, width, height, zIndex: -1 }}
        />
      ))}
    </ViewportPortal>
  )
}
