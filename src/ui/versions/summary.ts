import type { Design, Id } from '../../model/design'
import type { Change } from '../../model/edit'
import { isSame } from '../../store/carry-out'
import { difference } from '../../store/difference'

const COUNTED = { blocks: 'block', flows: 'flow', groups: 'room' } as const

type Counted = keyof typeof COUNTED

/** Fields that say where something is drawn, and nothing else. */
const PLACE = new Set(['at', 'size', 'bends'])

type Deed = 'brings back' | 'changes' | 'moves' | 'removes'

/**
 * What a restore of `to` would do to the present design, in a sentence: “Brings back 2 blocks and 1 flow, moves 30
 * blocks.” Null when both hold the same.
 */
export function restoreSummary(now: Design, to: Design): string | null {
  const { changes } = difference(now, to, '')
  if (changes.length === 0) return null
  const deeds = changes.map(change => [deedOf(now, change), change.table] as const)
  const count = (deed: Deed, tables: readonly Counted[]) =>
    tables.flatMap(table => {
      const number = deeds.filter(([done, where]) => done === deed && where === table).length
      return number === 0 ? [] : [`${number} ${COUNTED[table]}${number === 1 ? '' : 's'}`]
    })
  const phrases = [
    phrase('brings back', count('brings back', ['blocks', 'flows', 'groups'])),
    phrase('changes', count('changes', ['blocks', 'flows', 'groups'])),
    phrase('removes', count('removes', ['blocks', 'flows', 'groups'])),
    // Lines go with their blocks.
    phrase('moves', count('moves', ['blocks', 'groups'])),
  ].filter(part => part !== null)
  if (phrases.length === 0) return deeds.some(([deed]) => deed !== 'moves') ? 'Changes the brief.' : 'Moves lines.'
  const sentence = phrases.join(', ')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

function deedOf(now: Design, change: Change): Deed {
  const rows = now[change.table] as Readonly<Record<Id, object>>
  if (change.op === 'cut') return 'removes'
  if (change.op === 'set') return 'changes'
  if (!Object.hasOwn(rows, change.id)) return 'brings back'
  return isSame(withoutPlace(rows[change.id] ?? {}), withoutPlace(change.record)) ? 'moves' : 'changes'
}

function withoutPlace(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([field]) => !PLACE.has(field)))
}

function phrase(verb: Deed, counts: readonly string[]): string | null {
  if (counts.length === 0) return null
  const last = counts.at(-1)
  return counts.length === 1 ? `${verb} ${last}` : `${verb} ${counts.slice(0, -1).join(', ')} and ${last}`
}
