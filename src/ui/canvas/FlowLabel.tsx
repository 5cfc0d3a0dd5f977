import { LABEL_FONT } from '../../drawing/label'
import type { Id } from '../../model/design'
import styles from './Canvas.module.css'
import { useCanvas } from './canvas-context'

interface FlowLabelProps {
  readonly id: Id
  readonly kind: string
  readonly ink: string | undefined
}

/** The label of a flow on a patch of the surface behind it. */
export function FlowLabel({ id, kind, ink }: FlowLabelProps) {
  const label = useCanvas(canvas => canvas.labels.get(id))
  if (!label) return null
  const fill = ink ?? (kind === 'request' ? 'var(--accent-text)' : undefined)
  return (
    <g className={styles.flowLabel}>
      <rect {...label.patch} rx={3} fill="var(--room)" />
      <text
        x={label.at.x}
        y={label.at.y}
        textAnchor={label.anchor}
        fontSize={LABEL_FONT.size}
        fontWeight={LABEL_FONT.weight}
        {...(fill ? { style: { fill } } : {})}
      >
        {label.text}
      </text>
    </g>
  )
}
