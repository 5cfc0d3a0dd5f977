import { type Design, type Flow, type Id, lookUp, type Point } from '../model/design'
import { rectOf } from './frames'
import type { Parts } from './parts'
import { GRID, type Rect } from './rect'

/**
 * The parts that a layout has not placed, or not as they are now: without a place, or moved by hand since, which
 * takes the lines of their flows away. A placed block without any flow counts as settled.
 */
export function looseBlocks(design: Design, parts: Parts): ReadonlySet<Id> {
  const wired = new Set<Id>()
  const lined = new Set<Id>()
  const isPlaced = (id: Id) => lookUp(design.blocks, id)?.at !== undefined
  // A flow to a block that is still to be placed says nothing about its other end.
  for (const flow of parts.flows.filter(({ source, target }) => isPlaced(source) && isPlaced(target)))
    for (const id of [flow.source, flow.target]) {
      wired.add(id)
      if (hasLine(design, flow)) lined.add(id)
    }
  const isLoose = (id: Id) => !isPlaced(id) || (wired.has(id) && !lined.has(id))
  return new Set(parts.blocks.map(block => block.id).filter(isLoose))
}

/** Whether every part stands on the grid, if it may move at all. What stands off it was placed by no layout of ours. */
export function areOnGrid(design: Design, parts: Parts): boolean {
  return parts.blocks.every(({ id }) => {
    const { at, locked } = lookUp(design.blocks, id) ?? {}
    return !at || locked || (at.x % GRID === 0 && at.y % GRID === 0)
  })
}

/** Whether a flow has a line whose two ends lie on the borders of its blocks. */
export function hasLine(design: Design, { source, target, bends = [] }: Flow): boolean {
  const [first, last] = [bends[0], bends.at(-1)]
  return (
    first !== undefined && last !== undefined && isAtBorder(design, source, first) && isAtBorder(design, target, last)
  )
}

function isAtBorder(design: Design, id: Id, point: Point): boolean {
  const block = lookUp(design.blocks, id)
  const rect = block ? rectOf(block) : null
  return rect !== null && isOnBorder(rect, point)
}

function isOnBorder({ x, y, width, height }: Rect, point: Point): boolean {
  const isBeside = (point.x === x || point.x === x + width) && point.y >= y && point.y <= y + height
  const isAbove = (point.y === y || point.y === y + height) && point.x >= x && point.x <= x + width
  return isBeside || isAbove
}
