import { blockSize } from '../../kinds/index'
import { spliceBlock, whyNotBetween } from '../../kinds/splice'
import { moveIntoRooms, ownerAt } from '../../layout/owners'
import { type Block, type Id, lookUp, type Point } from '../../model/design'
import { applyEdit, type Edit } from '../../model/edit'
import { newId } from '../../model/ids'
import { splicing as say } from '../messages/en'
import type { PaletteItem } from '../palette/items'
import { announce } from '../session/announce'
import { select, tell } from '../session/editor-store'
import type { Session } from '../session/session'
import { snapped } from './grid'
import { commitAndTidy } from './tidying'

/** Puts the selected block into the selected flow where it stands, or says why it does not fit there. */
export function spliceSelection(session: Session): void {
  const { blocks, flows } = session.editor.getState()
  const [block = ''] = blocks
  const [flow = ''] = flows
  const design = session.design()
  const one = lookUp(design.blocks, block)
  if (!one) return
  const reason = whyNotBetween(design, flow, one)
  if (reason === null) commitSplice(session, spliceBlock(design, flow, one), one, flow)
  else tell(session.editor, { text: reason || say.refused(one.label), severity: 'error' })
}

/** Ends a drag of a block over a flow: the block stands there, in the room there, and in the flow. One step. */
export function dropIntoFlow(session: Session, id: Id, at: Point, flow: Id): void {
  const design = session.design()
  const moved = moveIntoRooms(design, new Map([[id, at]]))
  const block = lookUp(design.blocks, id)
  if (!block) return
  const spliced = spliceBlock(applyEdit(design, moved), flow, block)
  commitSplice(session, { ...spliced, changes: [...moved.changes, ...spliced.changes] }, block, flow)
}

/** Adds a block of a palette entry into the flow that it was dropped on: centred on the place, in the room there. */
export function addIntoFlow(session: Session, item: PaletteItem, flow: Id, at: Point): void {
  const design = session.design()
  const draft: Block = { id: newId(design, item.kind), kind: item.kind, label: item.name, props: item.props }
  const group = ownerAt(design, at)
  const { width, height } = blockSize(draft)
  const place = snapped({ x: at.x - width / 2, y: at.y - height / 2 })
  const block: Block = { ...draft, at: place, ...(group === undefined ? {} : { group }) }
  commitSplice(session, spliceBlock(design, flow, block), block, flow)
}

function commitSplice(session: Session, edit: Edit, block: Block, flow: Id): void {
  const { blocks, flows } = session.design()
  const ends = lookUp(flows, flow)
  const [from, to] = [lookUp(blocks, ends?.source ?? ''), lookUp(blocks, ends?.target ?? '')]
  if (!commitAndTidy(session, edit)) return
  select(session.editor, [block.id])
  announce(session, say.put(block.label, from?.label ?? '', to?.label ?? ''))
}
