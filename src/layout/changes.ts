import { type Design, type Id, lookUp, type Point } from '../model/design'
import type { Change } from '../model/edit'
import type { Draft } from './draft'
import type { Parts } from './parts'
import { byId } from './rect'

/** The changes from a design to its draft, without those that change nothing: blocks, then flows, then groups, by id. */
export function changesTo(design: Design, parts: Parts, draft: Draft): Change[] {
  return [...blockChanges(design, draft), ...flowChanges(design, parts, draft), ...groupChanges(design, draft)]
}

function blockChanges(design: Design, draft: Draft): Change[] {
  return Object.values(design.blocks)
    .sort(byId)
    .flatMap(({ id, at }) => {
      const to = draft.at.get(id)
      return !to || isSame(at, to) ? [] : [{ op: 'set', table: 'blocks', id, path: 'at', to: { x: to.x, y: to.y } }]
    })
}

/** Flows at a block that moves get their new line, or none. */
function flowChanges(design: Design, parts: Parts, draft: Draft): Change[] {
  const isPart = new Set(parts.flows.map(flow => flow.id))
  const isMoved = (id: Id) => {
    const to = draft.at.get(id)
    return to !== undefined && !isSame(lookUp(design.blocks, id)?.at, to)
  }
  return Object.values(design.flows)
    .sort(byId)
    .flatMap(({ id, source, target, bends }): Change[] => {
      const to = draft.bends.get(id)
      if (to && isSameLine(bends, to)) return []
      if (to) return [{ op: 'set', table: 'flows', id, path: 'bends', to: to.map(({ x, y }) => ({ x, y })) }]
      const isStale = bends && (isPart.has(id) || isMoved(source) || isMoved(target))
      return isStale ? [{ op: 'set', table: 'flows', id, path: 'bends' }] : []
    })
}

function groupChanges(design: Design, draft: Draft): Change[] {
  return Object.values(design.groups)
    .sort(byId)
    .flatMap(({ id, at, size }): Change[] => {
      const frame = draft.frames.get(id)
      if (!frame) return []
      const { x, y, width, height } = frame
      const move: Change = { op: 'set', table: 'groups', id, path: 'at', to: { x, y } }
      const resize: Change = { op: 'set', table: 'groups', id, path: 'size', to: { width, height } }
      const hasSize = size?.width === width && size.height === height
      return [...(isSame(at, { x, y }) ? [] : [move]), ...(hasSize ? [] : [resize])]
    })
}

function isSame(a: Point | undefined, b: Point): boolean {
  return a?.x === b.x && a.y === b.y
}

function isSameLine(a: readonly Point[] | undefined, b: readonly Point[]): boolean {
  return a?.length === b.length && b.every((point, i) => isSame(a[i], point))
}
