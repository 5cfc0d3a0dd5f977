import { type Block, type Design, type Id, lookUp, type Props } from '../model/design'
import type { Change, Edit } from '../model/edit'
import { blockSize, kindOf } from './index'

/** What the palette calls a kind or a preset of it, and what that sets. */
interface Look {
  readonly name: string
  readonly props: Props
}

/**
 * Gives a block another kind. Its flows stay, and lint names those that the new kind does not take; its properties stay,
 * also those that the new kind does not know, and `props` come on top. A name that was only that of the old kind or of
 * one of its presets becomes the new one's. Without such a block the edit is empty.
 */
export function replaceKind(design: Design, id: Id, kind: string, { name, props }: Look = lookOf(kind)): Edit {
  const block = lookUp(design.blocks, id)
  const label = `Change kind of “${block?.label ?? id}”`
  if (!block) return { label, changes: [] }
  const { size, ...rest } = block
  const next: Block = {
    ...rest,
    ...(size && kind === 'note' ? { size } : {}),
    kind,
    label: hasOwnName(block) ? block.label : name,
    props: { ...block.props, ...props },
  }
  return { label, changes: [{ op: 'put', table: 'blocks', id, record: next }, ...loosened(design, block, next)] }
}

function hasOwnName({ kind, label }: Block): boolean {
  const { name, presets = [] } = kindOf(kind)
  return label !== name && presets.every(preset => preset.name !== label)
}

function lookOf(kind: string): Look {
  return { name: kindOf(kind).name, props: {} }
}

/** Lines that ended at a card of another size are routed anew. */
function loosened(design: Design, before: Block, after: Block): Change[] {
  const [a, b] = [blockSize(before), blockSize(after)]
  if (a.width === b.width && a.height === b.height) return []
  return Object.values(design.flows)
    .filter(flow => flow.bends && (flow.source === before.id || flow.target === before.id))
    .map(flow => ({ op: 'set', table: 'flows', id: flow.id, path: 'bends' }))
}
