import { ViewportPortal } from '@xyflow/react'
import type { GuideGap, GuideLine } from '../guides'
import styles from './Hands.module.css'
import { useHands } from './hands-store'

/** Pixels on screen from the middle of a gap's mark to the end of its ticks. */
const TICK = 4

/** The lines that what is dragged lies on with others, and the gaps that are equal. */
export function Guides() {
  const guidance = useHands(state => state.guidance)
  if (!guidance || guidance.lines.length + guidance.gaps.length === 0) return null
  return (
    <ViewportPortal>
      <svg className={styles.marks} width={1} height={1} aria-hidden="true">
        {guidance.lines.map(line => (
          <path key={`${line.axis} ${line.at}`} className={styles.guide} data-guide={line.axis} d={pathOfLine(line)} />
        ))}
        {guidance.gaps.map(gap => (
          <path key={`${gap.axis} ${gap.from}`} className={styles.guide} data-gap={gap.axis} d={pathOfGap(gap)} />
        ))}
      </svg>
    </ViewportPortal>
  )
}

function pathOfLine({ axis, at, from, to }: GuideLine): string {
  return axis === 'x' ? `M${at} ${from}V${to}` : `M${from} ${at}H${to}`
}

function pathOfGap({ axis, at, from, to }: GuideGap): string {
  const ticks = (end: number) =>
    axis === 'x' ? `M${end} ${at - TICK}V${at + TICK}` : `M${at - TICK} ${end}H${at + TICK}`
  const bar = axis === 'x' ? `M${from} ${at}H${to}` : `M${at} ${from}V${to}`
  return `${ticks(from)}${bar}${ticks(to)}`
}
