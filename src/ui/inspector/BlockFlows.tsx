import { useMemo } from 'react'
import { FLOW_NAMES } from '../../kinds/flow-kinds'
import type { Flow, FlowKind, Id } from '../../model/design'
import { FlowSample } from '../canvas/FlowSample'
import { blockPanel as say } from '../messages/en'
import { select } from '../session/editor-store'
import { useDesign, useSession } from '../session/hooks'
import styles from './Inspector.module.css'

/** The flows at a block: a press selects the flow. */
export function BlockFlows({ id }: { readonly id: Id }) {
  const session = useSession()
  const table = useDesign(design => design.flows)
  const blocks = useDesign(design => design.blocks)
  const flows = useMemo(
    () => Object.values(table).filter(flow => flow.source === id || flow.target === id),
    [table, id],
  )
  if (flows.length === 0) return null
  const other = (flow: Flow) => blocks[flow.source === id ? flow.target : flow.source]?.label ?? ''
  return (
    <section className={styles.section} aria-label={say.flows}>
      <div className={styles.sectionHead}>{say.flows}</div>
      {flows.map(flow => (
        <button
          key={flow.id}
          type="button"
          className={styles.flow}
          onClick={() => select(session.editor, [], [flow.id])}
        >
          <FlowSample kind={flow.kind} />
          <span title={other(flow)}>
            {(flow.source === id ? say.flowTo : say.flowFrom)(<bdi key="block">{other(flow)}</bdi>)}
          </span>
          <em title={flow.label}>
            <bdi>{flow.label ?? FLOW_NAMES[flow.kind as FlowKind]?.name ?? flow.kind}</bdi>
          </em>
        </button>
      ))}
    </section>
  )
}
