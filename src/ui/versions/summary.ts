import type { Design, Table } from '../../model/design'
import { compareDesigns } from '../../model/difference'

const COUNTED = { blocks: 'block', flows: 'flow', groups: 'room' } as const

type Counted = keyof typeof COUNTED

const VERBS = { added: 'brings back', changed: 'changes', removed: 'removes' } as const

/**
 * What a restore of `to` would do to the present design, in a sentence: “Brings back 2 blocks and 1 flow, moves 30
 * blocks.” Null when both hold the same.
 */
export function restoreSummary(now: Design, to: Design): string | null {
  const { differences, moved } = compareDesigns(now, to)
  if (differences.length + moved.length === 0) return null
  const changed = new Set(differences.map(({ id }) => id))
  const phrases = [
    ...(['added', 'changed', 'removed'] as const).map(deed =>
      phrase(
        VERBS[deed],
        counts(
          differences.filter(each => each.deed === deed),
          ['blocks', 'flows', 'groups'],
        ),
      ),
    ),
    // Lines go with their blocks.
    phrase(
      'moves',
      counts(
        moved.filter(({ id }) => !changed.has(id)),
        ['blocks', 'groups'],
      ),
    ),
  ].filter(part => part !== null)
  if (phrases.length === 0) return differences.length > 0 ? 'Changes the brief.' : 'Moves lines.'
  const sentence = phrases.join(', ')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

function counts(records: readonly { readonly table: Table }[], tables: readonly Counted[]): string[] {
  return tables.flatMap(table => {
    const number = records.filter(record => record.table === table).length
    return number === 0 ? [] : [`${number} ${COUNTED[table]}${number === 1 ? '' : 's'}`]
  })
}

function phrase(verb: string, counts: readonly string[]): string | null {
  if (counts.length === 0) return null
  const last = counts.at(-1)
  return counts.length === 1 ? `${verb} ${last}` : `${verb} ${counts.slice(0, -1).join(', ')} and ${last}`
}
