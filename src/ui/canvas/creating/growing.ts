import type { Way } from '../../../kinds/next-kinds'
import type { Side } from '../../../layout/append'
import type { Id } from '../../../model/design'
import { rank } from '../../command-palette/rank'
import type { PaletteItem } from '../../palette/items'

/** Blocks that are shown beside one and not there yet: what holding Ctrl and pressing arrows makes. */
export interface Growing {
  readonly from: Id
  readonly side: Side
  readonly way: Way
  /** What may stand there, likeliest first. */
  readonly items: readonly PaletteItem[]
  /** How many are shown. */
  readonly count: number
  /** What was typed to choose among the items. */
  readonly query: string
  /** Something was typed: the key that is held may be let go, and Enter adds them. */
  readonly isLatched: boolean
}

/** Blocks beside one that can be added at once: more are drawn by Tab, one after the other. */
const MOST = 6

/** One more of what is shown; as many as there are kinds at most. */
export function oneMore(growing: Growing): Growing {
  const most = Math.max(1, Math.min(MOST, matches(growing).length))
  return { ...growing, count: Math.min(most, growing.count + 1) }
}

/** A letter more of what was typed: the best match stands first, and the letters go on without the key that is held. */
export function typed(growing: Growing, letter: string): Growing {
  const query = (growing.query + letter).replace(/^\s+/, '')
  return { ...growing, query, isLatched: true }
}

/** A letter less of what was typed. */
export function erased(growing: Growing): Growing {
  return { ...growing, query: growing.query.slice(0, -1) }
}

/** What fits what was typed, best first; all of it while nothing is. */
export function matches({ items, query }: Growing): readonly PaletteItem[] {
  if (query.trim() === '') return items
  const byId = new Map(items.map(item => [item.id, item]))
  const entries = items.map(({ id, name, words }) => ({ id, name, words, section: '', run: () => {} }))
  return rank(entries, query, []).flatMap(section => section.entries.flatMap(({ id }) => byId.get(id) ?? []))
}

/** What would be added now; nothing where nothing fits what was typed. */
export function shown(growing: Growing): readonly PaletteItem[] {
  return matches(growing).slice(0, growing.count)
}
