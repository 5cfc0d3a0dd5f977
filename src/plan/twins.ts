import type { Id } from '../model/design'

/**
 * Gives ids to records whose id is not written: the base, or `base-2`, `base-3` … where it is taken. It only looks:
 * the caller adds the id to `taken`. What was taken once must stay so, since the count of a base never goes back;
 * that keeps many flows between the same two blocks from being counted anew each time.
 */
export function idGiver(taken: ReadonlySet<Id>): (base: string) => Id {
  const counts = new Map<string, number>()
  return base => {
    // Room for the count within the 200 characters of an id.
    const stem = base.slice(0, 190)
    let count = counts.get(stem) ?? 1
    while (taken.has(numbered(stem, count))) count++
    counts.set(stem, count)
    return numbered(stem, count)
  }
}

function numbered(stem: string, count: number): Id {
  return count === 1 ? stem : `${stem}-${count}`
}

/** The id of a flow that has none written. */
export function flowBase(source: Id, kind: string, target: Id): string {
  return `${source}-${kind}-${target}`
}

/** The id of a waiver that has none written. */
export function waiverBase(rule: string, at: readonly Id[]): string {
  return ['waive', rule, ...at].join('-')
}
