import type { Edge, Node } from '@xyflow/react'
import { leadingFlows } from '../../drawing/bundles'
import type { Box } from '../../drawing/geometry'
import { endsOf, sceneOf } from '../../drawing/scene'
import { blockSize } from '../../kinds/index'
import type { Block, Design, Flow, Group, Id } from '../../model/design'
import { byOrder } from '../../model/order'
import { diagram as say } from '../messages/en'

export type BlockNode = Node<{ readonly block: Block }, 'mlBlock'>
export type RoomNode = Node<{ readonly group: Group }, 'mlRoom'>
/** A collapsed room: it stands among the blocks, as large as they are. */
export type ClosedRoomNode = Node<{ readonly group: Group }, 'mlClosedRoom'>
export type CanvasNode = BlockNode | RoomNode | ClosedRoomNode
export type CanvasFlow = Edge<{ readonly flow: Flow }, 'mlFlow'>

const FRAME_ONLY = { pointerEvents: 'none' } as const

/** Ids of rooms on the canvas are kept apart from those of blocks, which React Flow holds in one list. */
const ROOM = 'room:'

/** The node of a group. */
export function nodeOfGroup(id: Id): string {
  return ROOM + id
}

/** The group behind a node, or null when the node is a block. */
export function groupOfNode(id: string): Id | null {
  return id.startsWith(ROOM) ? id.slice(ROOM.length) : null
}

/**
 * The nodes of a design, without what collapsed rooms hide. A node whose record and selection are as before stays the same object, so that React Flow
 * neither measures nor renders it again.
 */
export function reconcileNodes(
  before: readonly CanvasNode[],
  design: Design,
  selected: ReadonlySet<Id>,
  selectedRooms: ReadonlySet<Id>,
): CanvasNode[] {
  const known = new Map(before.map(node => [node.id, node]))
  const { collapsed, hiddenBy } = sceneOf(design)
  const rooms = Object.values(design.groups)
    .filter(group => group.at && group.size && !group.collapsed && hiddenBy(group.id) === undefined)
    .map(group => roomNode(group, selectedRooms.has(group.id), known.get(ROOM + group.id)))
  const closed = [...collapsed].map(([id, box]) =>
    closedRoomNode(design.groups[id] as Group, box, selectedRooms.has(id), known.get(ROOM + id)),
  )
  const blocks = Object.values(design.blocks)
    .filter(block => block.at && hiddenBy(block.id) === undefined)
    // As pictures draw them: later ones over earlier ones.
    .sort(byOrder)
    .map(block => blockNode(block, selected.has(block.id), known.get(block.id)))
  return [...rooms, ...blocks, ...closed]
}

/**
 * A room takes the pointer at its frame and its label alone, so that what begins in the middle of it is meant for the
 * canvas. The marquee passes it by: `room-gestures.ts` selects rooms.
 */
function roomNode(group: Group, isSelected: boolean, known: CanvasNode | undefined): RoomNode {
  const old = known?.type === 'mlRoom' ? known : undefined
  if (old && old.data.group === group && old.selected === isSelected && !old.dragging) return old
  const { width, height } = group.size ?? { width: 0, height: 0 }
  return {
    id: ROOM + group.id,
    type: 'mlRoom',
    ...(old?.measured ? { measured: old.measured } : {}),
    position: group.at ?? { x: 0, y: 0 },
    data: old?.data.group === group ? old.data : { group },
    width,
    height,
    zIndex: group.group === undefined ? -2 : -1,
    style: FRAME_ONLY,
    ...roomState(group, isSelected),
  }
}

function closedRoomNode(group: Group, box: Box, isSelected: boolean, known: CanvasNode | undefined): ClosedRoomNode {
  const old = known?.type === 'mlClosedRoom' ? known : undefined
  if (old && old.data.group === group && old.selected === isSelected && !old.dragging) return old
  const { x, y, width, height } = box
  return {
    id: ROOM + group.id,
    type: 'mlClosedRoom',
    ...(old?.measured ? { measured: old.measured } : {}),
    position: { x, y },
    data: old?.data.group === group ? old.data : { group },
    width,
    height,
    ...roomState(group, isSelected),
  }
}

function roomState(group: Group, isSelected: boolean) {
  return {
    selected: isSelected,
    dragging: false,
    selectable: false,
    ...(group.locked ? { draggable: false } : {}),
    connectable: false,
    deletable: false,
  }
}

function blockNode(block: Block, isSelected: boolean, known: CanvasNode | undefined): BlockNode {
  const old = known?.type === 'mlBlock' ? known : undefined
  if (old && old.data.block === block && old.selected === isSelected && !old.dragging) return old
  const { width, height } = blockSize(block)
  const base: BlockNode = old ?? { id: block.id, type: 'mlBlock', position: { x: 0, y: 0 }, data: { block } }
  return {
    ...base,
    data: old?.data.block === block ? old.data : { block },
    position: block.at ?? { x: 0, y: 0 },
    width,
    height,
    selected: isSelected,
    dragging: false,
    draggable: block.locked !== true,
  }
}

/**
 * The flows of a design that have a line: between two blocks on the canvas, or to and from collapsed rooms. Unchanged ones
 * stay the same object.
 */
export function reconcileFlows(before: readonly CanvasFlow[], design: Design, selected: ReadonlySet<Id>): CanvasFlow[] {
  const known = new Map(before.map(flow => [flow.id, flow]))
  const scene = sceneOf(design)
  const nodeOf = (id: Id) => (scene.collapsed.has(id) ? ROOM + id : id)
  return leadingFlows(design, scene, Object.values(design.flows)).flatMap(flow => {
    const ends = endsOf(scene, flow)
    if (!ends) return []
    const [source, target] = [nodeOf(ends.source.id), nodeOf(ends.target.id)]
    const old = known.get(flow.id)
    const isSelected = selected.has(flow.id)
    const isKept = old?.data?.flow === flow && old.source === source && old.target === target
    if (old && isKept && old.selected === isSelected) return [old]
    return [
      {
        ...(old ?? { id: flow.id, type: 'mlFlow' as const }),
        source,
        target,
        data: { flow },
        selected: isSelected,
        // React Flow would say ids. Full names, and those of nodes, come once the diagram is painted: `ui/reader`.
        ariaLabel: say.flow(design.blocks[flow.source]?.label ?? '', design.blocks[flow.target]?.label ?? ''),
      },
    ]
  })
}
