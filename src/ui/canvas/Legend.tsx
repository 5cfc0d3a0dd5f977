import { useMemo } from 'react'
import { FLOW_NAMES } from '../../kinds/flow-kinds'
import { FLOW_KINDS } from '../../model/design'
import { legend as say } from '../messages/en'
import styles from './Canvas.module.css'
import { useCanvas } from './canvas-context'
import { FlowSample } from './FlowSample'

/** The kinds of flow that are on the canvas, and no others. */
export function Legend() {
  const flows = useCanvas(canvas => canvas.flows)
  const kinds = useMemo(() => {
    const present = new Set(flows.map(flow => flow.data?.flow.kind))
    return FLOW_KINDS.filter(kind => present.has(kind))
  }, [flows])
  if (kinds.length === 0) return null
  return (
    <ul className={`${styles.hud} ${styles.legend}`} aria-label={say.title}>
      {kinds.map(kind => (
        <li key={kind} title={FLOW_NAMES[kind].carries}>
          <FlowSample kind={kind} />
          {FLOW_NAMES[kind].name}
        </li>
      ))}
    </ul>
  )
}
