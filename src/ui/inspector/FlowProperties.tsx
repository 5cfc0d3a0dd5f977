import { formatNumber } from '../../kinds/figures'
import { allowedKinds, FLOW_FIELDS, FLOW_NAMES } from '../../kinds/flow-kinds'
import { FLOW_KINDS, type Flow, type FlowKind, type Id } from '../../model/design'
import { labelFlow, setFlowProp } from '../../model/flows'
import { FlowSample } from '../canvas/FlowSample'
import { deleteSelection } from '../commands/deleting'
import { chooseFlowKind, turnFlowRound } from '../commands/kinds'
import { flowPanel as say } from '../messages/en'
import { Button } from '../parts/Button'
import { select } from '../session/editor-store'
import { useDesign, useNumbers, useSession } from '../session/hooks'
import { FieldControl } from './FieldControl'
import controls from './FieldControl.module.css'
import styles from './Inspector.module.css'
import { MoreButton } from './MoreButton'
import { TextField } from './TextField'

/** Everything about one flow: its kind (only those that the pair allows), label, numbers and ends. */
export function FlowProperties({ id }: { readonly id: Id }) {
  const session = useSession()
  const flow = useDesign(design => design.flows[id])
  const source = useDesign(design => (flow ? design.blocks[flow.source] : undefined))
  const target = useDesign(design => (flow ? design.blocks[flow.target] : undefined))
  if (!flow || !source || !target) return null
  const name = FLOW_NAMES[flow.kind as FlowKind]
  const back = allowedKinds(target.kind, source.kind)
  const isCall = flow.kind === 'request' || flow.kind === 'async' || flow.kind === 'fallback'
  return (
    <>
      <div className={styles.head}>
        <FlowSample kind={flow.kind} />
        <div>
          <h2>{name?.name ?? flow.kind}</h2>
          <small title={say.between(source.label, target.label)}>
            {say.betweenNames(<bdi key="source">{source.label}</bdi>, <bdi key="target">{target.label}</bdi>)}
          </small>
        </div>
        <MoreButton />
      </div>
      {name && <p className={styles.what}>{name.what}</p>}
      <KindField flow={flow} kinds={allowedKinds(source.kind, target.kind)} />
      <TextField
        label={say.label}
        value={flow.label ?? ''}
        isWide={false}
        isOneLine
        placeholder={say.labelHint}
        onChange={text => session.commit(labelFlow(id, text.trim()))}
      />
      {FLOW_FIELDS.filter(field => isCall || field.key === 'lagged' || flow.props?.[field.key] !== undefined).map(
        field => (
          <FieldControl
            key={field.key}
            field={field}
            path={`props.${field.key}`}
            value={flow.props?.[field.key]}
            onChange={value => session.commit(setFlowProp(id, field.key, value))}
          />
        ),
      )}
      <Demand id={id} />
      <section className={styles.section} aria-label={say.ends}>
        <div className={styles.sectionHead}>{say.ends}</div>
        {[source, target].map((block, index) => (
          <button
            key={block.id + String(index)}
            type="button"
            className={styles.flow}
            onClick={() => select(session.editor, [block.id])}
          >
            <span title={block.label}>
              {(index === 0 ? say.endFrom : say.endTo)(<bdi key="block">{block.label}</bdi>)}
            </span>
          </button>
        ))}
      </section>
      <div className={styles.actions}>
        <Button
          look="secondary"
          icon="arrow-left-right"
          disabled={back.length === 0}
          onClick={() => turnFlowRound(session)}
        >
          {say.turn}
        </Button>
        <Button look="secondary" icon="trash-2" onClick={() => deleteSelection(session)}>
          {say.delete}
        </Button>
      </div>
    </>
  )
}

/** Requests per second that the peak hour sends along a flow. */
function Demand({ id }: { readonly id: Id }) {
  const demand = useNumbers(numbers => numbers.demands.get(id))
  if (demand === undefined) return null
  return <p className={styles.what}>{say.demand(formatNumber(demand, 'requests/s'))}</p>
}

function KindField({ flow, kinds }: { readonly flow: Flow; readonly kinds: readonly FlowKind[] }) {
  const session = useSession()
  const offered = FLOW_KINDS.filter(kind => kinds.includes(kind) || kind === flow.kind)
  const isAllowed = kinds.includes(flow.kind as FlowKind)
  return (
    <div className={controls.field}>
      <div className={controls.name}>
        <label htmlFor={`kind-${flow.id}`}>{say.kind}</label>
      </div>
      <div className={controls.box} data-bad={!isAllowed}>
        <select
          id={`kind-${flow.id}`}
          value={flow.kind}
          onChange={event => chooseFlowKind(session, flow.id, event.target.value as FlowKind)}
        >
          {!offered.includes(flow.kind as FlowKind) && <option value={flow.kind}>{flow.kind}</option>}
          {offered.map(kind => (
            <option key={kind} value={kind}>
              {FLOW_NAMES[kind].name}
            </option>
          ))}
        </select>
      </div>
      {!isAllowed && (
        <p className={controls.note} data-bad="true">
          {say.kindFlaw}
        </p>
      )}
    </div>
  )
}
