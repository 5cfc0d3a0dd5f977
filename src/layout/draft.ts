import type { Design, Id, Point } from '../model/design'
import { framed } from './frames'
import type { Parts } from './parts'
import { byId, type Rect, union } from './rect'

/** A design on its way to its new places: what is in the maps has moved, all else stands as it did. */
export interface Draft {
  readonly at: Map<Id, Point>
  readonly bends: Map<Id, readonly Point[]>
  readonly frames: Map<Id, Rect>
}

/** The design with the draft applied, for asking what is free. */
export function applyDraft(design: Design, draft: Draft): Design {
  const blocks = Object.fromEntries(
    Object.values(design.blocks)
      .sort(byId)
      .map(block => [block.id, withPlace(block, draft.at.get(block.id))]),
  )
  const flows = Object.fromEntries(
    Object.values(design.flows)
      .sort(byId)
      .map(flow => {
        const { bends: _, ...rest } = flow
        const line = draft.bends.get(flow.id)
        return [flow.id, line ? { ...rest, bends: line } : rest]
      }),
  )
  const groups = Object.fromEntries(
    Object.values(design.groups)
      .sort(byId)
      .map(group => {
        const frame = draft.frames.get(group.id)
        const { x, y, width, height } = frame ?? { x: 0, y: 0, width: 0, height: 0 }
        return [group.id, frame ? { ...group, at: { x, y }, size: { width, height } } : group]
      }),
  )
  return { ...design, blocks, flows, groups }
}

function withPlace<T extends { readonly at?: Point }>(record: T, at: Point | undefined): T {
  return at ? { ...record, at } : record
}

/** Draws the frames of the groups of the parts anew around where their blocks stand now. */
export function reframe(parts: Parts, draft: Draft): void {
  draft.frames.clear()
  const outer = new Map(parts.groups.map(room => [room.id, room.group]))
  for (const { id, group, width, height } of parts.blocks) {
    let held: Rect = { ...(draft.at.get(id) ?? { x: 0, y: 0 }), width, height }
    for (let next = group; next !== undefined; next = outer.get(next)) {
      held = union(draft.frames.get(next), framed(held))
      draft.frames.set(next, held)
    }
  }
}
