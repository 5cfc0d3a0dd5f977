import { BLOCK_SIZE, blockSize } from '../kinds/index'
import { type Block, type Design, type Flow, type Group, type Id, lookUp, type Point } from '../model/design'
import { type Box, boxAround } from './geometry'

/** Where everything of a design stands on the canvas. What has no place yet, or nothing in it, is left out. */
export interface Scene {
  /** Placed blocks, without those inside a collapsed room. */
  readonly blocks: ReadonlyMap<Id, Box>
  /** Open rooms, outer ones first. */
  readonly rooms: ReadonlyMap<Id, Box>
  /** Collapsed rooms, each the size of a block. */
  readonly collapsed: ReadonlyMap<Id, Box>
  /** The collapsed room that hides a block or a room, the outermost one; undefined when it is in sight. */
  hiddenBy(id: Id): Id | undefined
}

/** Between the frame of a room and what stands in it; above it also the band of the label. */
const PADDING = 10
const LABEL_BAND = 24

const scenes = new WeakMap<Design, Scene>()

/**
 * Places all blocks and rooms of a design. A room without a size is drawn around what stands in it. Asked again for the
 * same design, the same answer.
 */
export function sceneOf(design: Design): Scene {
  const known = scenes.get(design)
  if (known) return known
  const scene = placed(design)
  scenes.set(design, scene)
  return scene
}

function placed(design: Design): Scene {
  const blocks = new Map<Id, Box>()
  const hasCollapsed = Object.values(design.groups).some(group => group.collapsed)
  const hiddenBy = (id: Id) => (hasCollapsed ? coverOf(design, id) : undefined)
  for (const block of Object.values(design.blocks)) {
    const box = boxOfBlock(block)
    if (box && hiddenBy(block.id) === undefined) blocks.set(block.id, box)
  }
  const rooms = new Map<Id, Box>()
  const collapsed = new Map<Id, Box>()
  for (const group of byDepth(design)) {
    const box = hiddenBy(group.id) === undefined ? frameOf(design, group, 0) : null
    if (box && group.collapsed) collapsed.set(group.id, collapsedBox(box))
    else if (box) rooms.set(group.id, box)
  }
  return { blocks, rooms, collapsed, hiddenBy }
}

/** Blocks stand on this grid, in pixels. */
const GRID = 8

/** Where a room with its corner there stands while it is collapsed: as large as a block, and on the grid of blocks. */
export function collapsedBox({ x, y }: Point): Box {
  return { ...BLOCK_SIZE, x: Math.round(x / GRID) * GRID, y: Math.round(y / GRID) * GRID }
}

export interface End {
  /** The block, or the collapsed room that stands for it. */
  readonly id: Id
  readonly box: Box
}

/** The two ends of a flow. */
export interface Ends {
  readonly source: End
  readonly target: End
}

/** The boxes that a flow runs between, or null when an end is not in sight or both are in one collapsed room. */
export function endsOf(scene: Scene, flow: Flow): Ends | null {
  const source = endAt(scene, flow.source)
  const target = endAt(scene, flow.target)
  if (!source || !target) return null
  const isInside = source.id === target.id && (flow.source !== flow.target || source.id !== flow.source)
  return isInside ? null : { source, target }
}

function endAt(scene: Scene, blockId: Id): End | null {
  const cover = scene.hiddenBy(blockId)
  const box = cover === undefined ? scene.blocks.get(blockId) : scene.collapsed.get(cover)
  return box ? { id: cover ?? blockId, box } : null
}

function boxOfBlock(block: Block): Box | null {
  return block.at ? { ...blockSize(block), x: block.at.x, y: block.at.y } : null
}

/** The outermost collapsed room around a block or a room, other than itself. */
function coverOf(design: Design, id: Id): Id | undefined {
  let cover: Id | undefined
  for (const group of roomsAround(design, id)) if (group.collapsed) cover = group.id
  return cover
}

/** From the inside out; a ring of rooms is walked once. */
function roomsAround(design: Design, id: Id): Group[] {
  const around: Group[] = []
  let inside: Block | Group | undefined = lookUp(design.blocks, id) ?? lookUp(design.groups, id)
  while (inside?.group !== undefined) {
    const group: Group | undefined = lookUp(design.groups, inside.group)
    if (!group || around.includes(group) || group.id === id) break
    around.push(group)
    inside = group
  }
  return around
}

function byDepth(design: Design): Group[] {
  const depth = new Map(Object.values(design.groups).map(group => [group, roomsAround(design, group.id).length]))
  return [...depth.keys()].sort((a, b) => (depth.get(a) ?? 0) - (depth.get(b) ?? 0) || (a.id < b.id ? -1 : 1))
}

function frameOf(design: Design, group: Group, depth: number): Box | null {
  if (group.at && group.size) return { ...group.size, x: group.at.x, y: group.at.y }
  // Rooms in a ring never get here in a repaired design; this only keeps a broken one from hanging.
  const rooms = depth > 8 ? [] : Object.values(design.groups).filter(inner => inner.group === group.id)
  const inside = boxAround(
    [
      ...Object.values(design.blocks).map(block => (block.group === group.id ? boxOfBlock(block) : null)),
      ...rooms.map(inner => frameOf(design, inner, depth + 1)),
    ].filter(box => box !== null),
  )
  if (!inside) return group.at && group.collapsed ? collapsedBox(group.at) : null
  return {
    x: inside.x - PADDING,
    y: inside.y - LABEL_BAND,
    width: inside.width + 2 * PADDING,
    height: inside.height + LABEL_BAND + PADDING,
  }
}
