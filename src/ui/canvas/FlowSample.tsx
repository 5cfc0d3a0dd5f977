import { flowShapes } from '../../drawing/flow-line'
import type { Flow } from '../../model/design'
import { FlowLine } from './FlowLine'

const FROM = { x: 0, y: 6 }
const TO = { x: 42, y: 6 }

/** A short piece of a flow of this kind, for the legend and lists. */
export function FlowSample({ kind }: { readonly kind: Flow['kind'] }) {
  return (
    <svg aria-hidden="true" width={42} height={12} viewBox="0 0 42 12" style={{ flex: 'none', overflow: 'visible' }}>
      <FlowLine shapes={flowShapes([FROM, TO], kind)} />
    </svg>
  )
}
