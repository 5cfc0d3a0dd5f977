import type { Design, Table } from '../../model/design'
import { compareDesigns } from '../../model/difference'
import { restoreWords as say } from '../messages/en'

type Counted = 'blocks' | 'flows' | 'groups'

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
        say[deed],
        counts(
          differences.filter(each => each.deed === deed),
          ['blocks', 'flows', 'groups'],
        ),
      ),
    ),
    // Lines go with their blocks.
    phrase(
      say.moved,
      counts(
        moved.filter(({ id }) => !changed.has(id)),
        ['blocks', 'groups'],
      ),
    ),
  ].filter(part => part !== null)
  if (phrases.length === 0) return differences.length > 0 ? say.onlyBrief : say.onlyLines
  return say.sentence(phrases)
}

function counts(records: readonly { readonly table: Table }[], tables: readonly Counted[]): string[] {
  return tables.flatMap(table => {
    const number = records.filter(record => record.table === table).length
    return number === 0 ? [] : [say[table](number)]
  })
}

function phrase(verb: (what: string) => string, counts: readonly string[]): string | null {
  const last = counts.at(-1)
  if (last === undefined) return null
  return verb(counts.length === 1 ? last : say.and(counts.slice(0, -1), last))
}
