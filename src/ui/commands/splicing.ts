import { blockSize } from '../../kinds/index'
import { spliceBlock, whyNotBetween } from '../../kinds/splice'
import { moveIntoRooms, ownerAt } from '../../layout/owners'
import { place } from '../../layout/place'
import { type Block, type Design, type Id, lookUp, type Point } from '../../model/design'
import { applyEdit, type Edit } from '../../model/edit'
import { newId } from '../../model/ids'
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
  else tell(session.editor, { text: reason || `${one.label} cannot stand in this flow.`, severity: 'error' })
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

/**
 * Adds a block of a palette entry into a flow: centred on `at` where it was dropped, else on free ground near both ends
 * of the flow, in the room that they share. Nothing that stands moves.
 */
export function addIntoFlow(session: Session, item: PaletteItem, flow: Id, at?: Point): void {
  const design = session.design()
  const draft: Block = { id: newId(design, item.kind), kind: item.kind, label: item.name, props: item.props }
  const group = at ? ownerAt(design, at) : sharedRoom(design, flow)
  const size = blockSize(draft)
  const block: Block = {
    ...draft,
    ...(at ? { at: snapped({ x: at.x - size.width / 2, y: at.y - size.height / 2 }) } : {}),
    ...(group === undefined ? {} : { group }),
  }
  commitSplice(session, place(design, spliceBlock(design, flow, block)), block, flow)
  if (!at) session.view.show([block.id])
}

function commitSplice(session: Session, edit: Edit, block: Block, flow: Id): void {
  const { blocks, flows } = session.design()
  const ends = lookUp(flows, flow)
  const [from, to] = [lookUp(blocks, ends?.source ?? ''), lookUp(blocks, ends?.target ?? '')]
  if (!commitAndTidy(session, edit)) return
  select(session.editor, [block.id])
  announce(session, `${block.label} put between ${from?.label ?? ''} and ${to?.label ?? ''}.`)
}

/** The room that both ends of a flow stand in, if they do. */
function sharedRoom(design: Design, id: Id): Id | undefined {
  const flow = lookUp(design.flows, id)
  const [source, target] = [lookUp(design.blocks, flow?.source ?? ''), lookUp(design.blocks, flow?.target ?? '')]
  return source?.group === target?.group ? source?.group : undefined
}
