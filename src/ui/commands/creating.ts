import { kindOf } from '../../kinds/index'
import type { Way } from '../../kinds/next-kinds'
import { addAtPoint, appendBlocks, insertBetween, type NewBlock, type Side } from '../../layout/append'
import { type Id, lookUp, type Point } from '../../model/design'
import type { Edit } from '../../model/edit'
import { likelyNext } from '../../rules/likely-next'
import { creating as say } from '../messages/en'
import type { PaletteItem } from '../palette/items'
import { announce } from '../session/announce'
import { type AddTo, select, tell } from '../session/editor-store'
import type { Session } from '../session/session'
import { addFromPalette } from './adding'
import { onlyBlock } from './conditions'
import { commitAndTidy } from './tidying'

/** What an entry of the palette adds. */
export function newBlockOf({ kind, name, props }: PaletteItem): NewBlock {
  return { kind, label: name, props }
}

/**
 * Adds what a person picked: wired to what it was asked for, at a point or else beside that; without anything to be wired
 * to, at the point or on free ground. It is selected afterwards. One undo step.
 */
export function addPicked(session: Session, item: PaletteItem, at: Point | null, to: AddTo | null): void {
  const design = session.design()
  if (!at && !to) addFromPalette(session, item)
  else if (to && 'flow' in to) commitNew(session, insertBetween(design, to.flow, newBlockOf(item)))
  else if (at) commitNew(session, addAtPoint(design, at, newBlockOf(item), to ?? undefined), true)
  else if (to) commitNew(session, appendBlocks(design, { ...to, side: sideOf(to.way) }, [newBlockOf(item)]))
}

/** Adds the likeliest next block on that side of the selected one, or says that none may stand there. */
export function appendLikeliest(session: Session, side: Side): void {
  const from = onlyBlock(session)
  if (from === null) return
  const next = likelyOn(session, from, side)
  const [kind] = next.kinds
  if (kind === undefined) {
    tell(session.editor, { text: nothingNext(session, from) })
    return
  }
  const fresh = { kind, label: kindOf(kind).name, props: {} }
  commitNew(session, appendBlocks(session.design(), { from, way: next.way, side }, [fresh]))
}

/**
 * Carries out an edit that adds blocks: the first one is selected and told of, and all are brought into view unless the
 * person looks at the place already.
 */
export function commitNew(session: Session, edit: Edit, isLookedAt = false): boolean {
  const added = edit.changes.flatMap(change => (change.op === 'put' && change.table === 'blocks' ? [change.id] : []))
  if (!commitAndTidy(session, edit)) return false
  select(session.editor, added.slice(0, 1))
  session.editor.setState({ tab: 'properties' })
  if (!isLookedAt) session.view.show(added)
  session.view.focus()
  const names = added.flatMap(id => lookUp(session.design().blocks, id)?.label ?? [])
  announce(session, say.added(names))
  return true
}

/** Kinds for a side of a block, likeliest first, and whether they come after it or before it. */
interface OnSide {
  readonly way: Way
  readonly kinds: readonly string[]
}

/** Right and down lead on, left and up lead back; where nothing may stand there, the other way. */
export function likelyOn(session: Session, from: Id, side: Side): OnSide {
  const usual: Way = side === 'right' || side === 'down' ? 'after' : 'before'
  const other: Way = usual === 'after' ? 'before' : 'after'
  const { findings } = session.analysis.getState()
  for (const way of [usual, other]) {
    const kinds = likelyNext(session.design(), findings, from, way).map(({ kind }) => kind)
    if (kinds.length > 0) return { way, kinds }
  }
  return { way: usual, kinds: [] }
}

/** Why nothing is offered beside a block. */
export function nothingNext(session: Session, from: Id): string {
  return say.nothingNext(lookUp(session.design().blocks, from)?.label ?? '')
}

function sideOf(way: Way): Side {
  return way === 'after' ? 'right' : 'left'
}
