import { pasteProps } from '../../kinds/carry-props'
import { lookUp, type Props } from '../../model/design'
import { carryingProperties as say } from '../messages/en'
import { announce } from '../session/announce'
import { tell } from '../session/editor-store'
import type { Session } from '../session/session'
import { onlyBlock, onlyFlow } from './conditions'

/** What was copied last, in this tab. */
let copied: Props | null = null

/** Remembers the properties of the one selected block or flow. */
export function copyProperties(session: Session): void {
  const { blocks, flows } = session.design()
  const block = lookUp(blocks, onlyBlock(session) ?? '')
  const flow = lookUp(flows, onlyFlow(session) ?? '')
  const props = block ? block.props : (flow?.props ?? {})
  const count = Object.keys(props).length
  if (count === 0) {
    tell(session.editor, { text: say.none })
    return
  }
  copied = props
  announce(session, say.copied(count))
}

/** Gives the selected blocks and flows what was copied, as far as their kinds know it; one step. */
export function pasteProperties(session: Session): void {
  if (!copied) {
    tell(session.editor, { text: say.copyFirst })
    return
  }
  const edit = pasteProps(session.design(), session.editor.getState(), copied)
  if (!session.commit(edit)) {
    tell(session.editor, { text: say.nothingFits })
    return
  }
  const places = new Set(edit.changes.map(change => change.id)).size
  const count = edit.changes.length
  announce(session, places === 1 ? say.pasted(count) : say.pastedOn(count, places))
}
