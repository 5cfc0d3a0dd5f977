import { kindOf } from '../../kinds/index'
import { replaceKind } from '../../kinds/replace-kind'
import type { Id } from '../../model/design'
import { replacing as say } from '../messages/en'
import type { PaletteItem } from '../palette/items'
import { announce } from '../session/announce'
import type { Session } from '../session/session'
import { commitAndTidy } from './tidying'

/** Makes a block what an entry of the palette would add in its place, and says so. */
export function replaceBlockKind(session: Session, id: Id, item: PaletteItem): void {
  const before = session.design().blocks[id]
  const edit = replaceKind(session.design(), id, item.kind, item)
  if (!before || !commitAndTidy(session, edit)) return
  announce(session, say.changed(kindOf(before.kind).name, item.name))
}
