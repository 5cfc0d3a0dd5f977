import { type Block, type Design, type Id, lookUp, type Point, type PropValue } from './design'
import type { Change, Edit } from './edit'

/** Puts a block on the design. The label of the edit names it: Add “Ranker”. */
export function addBlock(block: Block): Edit {
  return { label: `Add “${block.label}”`, changes: [{ op: 'put', table: 'blocks', id: block.id, record: block }] }
}

/** Removes blocks with the flows at them. Ids that are not there are passed over. */
export function removeBlocks(design: Design, ids: Iterable<Id>): Edit {
  const gone = new Set([...ids].filter(id => Object.hasOwn(design.blocks, id)))
  const changes: Change[] = []
  for (const flow of Object.values(design.flows))
    if (gone.has(flow.source) || gone.has(flow.target)) changes.push({ op: 'cut', table: 'flows', id: flow.id })
  for (const id of gone) changes.push({ op: 'cut', table: 'blocks', id })
  return { label: `Delete ${counted(design, gone)}`, changes }
}

/** Moves blocks to new places and lets the lines of their flows be routed anew. Locked blocks stay. */
export function moveBlocks(design: Design, to: ReadonlyMap<Id, Point>): Edit {
  const moved = new Set<Id>()
  const changes: Change[] = []
  for (const [id, { x, y }] of to) {
    const block = lookUp(design.blocks, id)
    if (!block || block.locked || (block.at?.x === x && block.at.y === y)) continue
    moved.add(id)
    changes.push({ op: 'set', table: 'blocks', id, path: 'at', to: { x, y } })
  }
  for (const flow of Object.values(design.flows))
    if (flow.bends && (moved.has(flow.source) || moved.has(flow.target)))
      changes.push({ op: 'set', table: 'flows', id: flow.id, path: 'bends' })
  return { label: `Move ${counted(design, moved)}`, changes }
}

/** Gives a block another name. */
export function renameBlock(design: Design, id: Id, label: string): Edit {
  const from = lookUp(design.blocks, id)?.label ?? ''
  return { label: `Rename “${from}”`, changes: [{ op: 'set', table: 'blocks', id, path: 'label', to: label }] }
}

/** Sets a property of a block; without a value it is unset. */
export function setProp(design: Design, id: Id, key: string, to?: PropValue): Edit {
  return setBlockField(design, id, `props.${key}`, to)
}

/** Sets the notes of a block (Markdown); an empty text removes them. */
export function setNotes(design: Design, id: Id, notes: string): Edit {
  return setBlockField(design, id, 'notes', notes === '' ? undefined : notes)
}

function setBlockField(design: Design, id: Id, path: string, to?: PropValue): Edit {
  const label = `Change “${lookUp(design.blocks, id)?.label ?? id}”`
  return { label, changes: [{ op: 'set', table: 'blocks', id, path, ...(to === undefined ? {} : { to }) }] }
}

/** “Ranker” for one block, “3 blocks” for more. */
function counted(design: Design, ids: ReadonlySet<Id>): string {
  const [only] = ids
  const block = ids.size === 1 && only !== undefined ? lookUp(design.blocks, only) : undefined
  return block ? `“${block.label}”` : `${ids.size} blocks`
}
