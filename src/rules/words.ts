import { kindOf } from '../kinds/index'
import type { Block } from '../model/design'

/** A block as messages name it: its label in quotes, or the name of its kind while it has none. */
export function named(block: Block): string {
  return `“${block.label.trim() || kindOf(block.kind).name}”`
}

/** Up to two blocks by name, more of them counted: “A”, “A” and “B”, “A” and 2 more. */
export function listed(blocks: readonly Block[]): string {
  const [first, second, ...rest] = blocks
  if (!first) return ''
  if (!second) return named(first)
  return rest.length === 0 ? `${named(first)} and ${named(second)}` : `${named(first)} and ${blocks.length - 1} more`
}

/** “ships” for one, “ship” for several. */
export function verb(blocks: readonly unknown[], one: string, several: string): string {
  return blocks.length === 1 ? one : several
}
