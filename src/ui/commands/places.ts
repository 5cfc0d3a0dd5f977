import type { Place } from '../../budget/figure'
import { briefField } from '../../kinds/brief'
import { FLOW_FIELDS } from '../../kinds/flow-kinds'
import { fieldOfKind, kindOf } from '../../kinds/index'
import { type Design, lookUp } from '../../model/design'
import { placeNames as say } from '../messages/en'
import { select } from '../session/editor-store'
import type { Session } from '../session/session'
import { openAround } from './closing'

/** Takes the person to where a number is set, with the cursor in its field. */
export function goToPlace(session: Session, place: Place): void {
  if ('brief' in place) {
    session.editor.setState({ tab: 'brief', step: null, field: `brief.${place.brief}`, isInspectorFolded: false })
    return
  }
  const { flows } = session.design()
  const ends = 'flow' in place ? lookUp(flows, place.flow) : undefined
  if (!openAround(session, 'block' in place ? [place.block] : ends ? [ends.source, ends.target] : [])) return
  if ('block' in place) select(session.editor, [place.block])
  else select(session.editor, [], [place.flow])
  session.editor.setState({ tab: 'properties', finding: null, field: `props.${place.key}`, isInspectorFolded: false })
  session.view.show(['block' in place ? place.block : place.flow])
}

/** A place as people name it: “Peak load in the brief”, “Latency, p99 of Ranker”. */
export function placeName(design: Design, place: Place): string {
  if ('brief' in place) return say.inBrief(briefField(place.brief)?.label ?? place.brief)
  if ('flow' in place) {
    const flow = lookUp(design.flows, place.flow)
    const nameOf = (id = '') => lookUp(design.blocks, id)?.label || say.unnamed
    const field = FLOW_FIELDS.find(one => one.key === place.key)
    return say.ofFlow(field?.label ?? place.key, nameOf(flow?.source), nameOf(flow?.target))
  }
  const block = lookUp(design.blocks, place.block)
  const field = block && fieldOfKind(kindOf(block.kind), place.key)
  return say.ofBlock(field?.label ?? place.key, block?.label || say.unnamed)
}
