import { kindOf } from '../../kinds/index'
import { replaceKind } from '../../kinds/replace-kind'
import type { Id } from '../../model/design'
import type { PaletteItem } from '../palette/items'
import { announce } from '../session/announce'
import type { Session } from '../session/session'
import { commitAndTidy } from './tidying'

/** Makes a block what an entry of the palette would add in its place, and says so. */
export function replaceBlockKind(session: Session, id: Id, item: PaletteItem): void {
  const before = session.design().blocks[id]
  const edit = replaceKind(session.design(), id, item.kind, item)
  if (!before || !commitAndTidy(session, edit)) return
  const old = kindOf(before.kind).name
  announce(session, `${old} changed to ${item.name}. Its flows and properties are kept.`)
}
