import { sceneOf } from '../../drawing/scene'
import { type Design, type Id, lookUp } from '../../model/design'

/** What stands for these blocks on the canvas: themselves, or the collapsed rooms that hide them. Others are passed over. */
export function inSight(design: Design, ids: Iterable<Id>): { readonly blocks: Set<Id>; readonly groups: Set<Id> } {
  const { hiddenBy } = sceneOf(design)
  const all = [...ids].filter(id => lookUp(design.blocks, id)).map(id => [id, hiddenBy(id)] as const)
  return {
    blocks: new Set(all.flatMap(([id, room]) => (room === undefined ? [id] : []))),
    groups: new Set(all.flatMap(([, room]) => room ?? [])),
  }
}
