import type { Design, Id } from '../model/design'
import { contentsOf } from '../model/groups'

/** “6 blocks”: all that a room holds, those of the rooms in it, too. */
export function holdsOf(design: Design, id: Id): string {
  const count = contentsOf(design, [id]).blocks.size
  return count === 1 ? '1 block' : `${count} blocks`
}
