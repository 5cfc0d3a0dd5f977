import { BLOCK_SIZE, blockSize } from '../../kinds/index'
import { freeSpot } from '../../layout/place'
import { addBlock } from '../../model/blocks'
import type { Block, Point } from '../../model/design'
import { newId } from '../../model/ids'
import type { PaletteItem } from '../palette/items'
import { announce } from '../session/announce'
import { select } from '../session/editor-store'
import type { Session } from '../session/session'
import { commitAndTidy } from './tidying'

const GRID = 8

/**
 * Adds a block of a palette entry: centred on `at` when it was dropped there, else on free ground
 * beside the one selected block, or in the middle of the view. It is selected afterwards.
 */
export function addFromPalette(session: Session, item: PaletteItem, at?: Point): void {
  const design = session.design()
  const draft: Block = { id: newId(design, item.kind), kind: item.kind, label: item.name, props: item.props }
  const size = blockSize(draft)
  const place = at ? snapped({ x: at.x - size.width / 2, y: at.y - size.height / 2 }) : spotFor(session, draft)
  if (!commitAndTidy(session, addBlock({ ...draft, at: place }))) return
  select(session.editor, [draft.id])
  session.editor.setState({ tab: 'properties' })
  if (!at) session.view.show([draft.id])
  announce(session, `${item.name} added.`)
}

function spotFor(session: Session, block: Block): Point {
  const design = session.design()
  const [only] = session.editor.getState().blocks
  const beside = session.editor.getState().blocks.size === 1 && only ? design.blocks[only]?.at : undefined
  const centre = session.view.centre()
  const size = blockSize(block)
  const near = beside
    ? { x: beside.x + BLOCK_SIZE.width + 5 * GRID, y: beside.y }
    : { x: centre.x - size.width / 2, y: centre.y - size.height / 2 }
  return freeSpot(design, snapped(near), size)
}

/** A point on the grid of 8 px. */
export function snapped(point: Point): Point {
  return { x: Math.round(point.x / GRID) * GRID, y: Math.round(point.y / GRID) * GRID }
}
