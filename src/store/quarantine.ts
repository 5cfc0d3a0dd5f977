import type { Id } from '../model/design'
import { answer } from './database'
import type { QuarantineRow } from './stored'

/** A stored value that could not be read, and why. */
export interface Quarantined {
  readonly content: unknown
  readonly problem: string
}

/** Keeps damaged journal records unchanged, in a transaction that is under way. */
export async function setAside(
  transaction: IDBTransaction,
  doc: Id,
  damaged: readonly Quarantined[],
  at: number,
): Promise<void> {
  for (const { content, problem } of damaged) {
    const row: Omit<QuarantineRow, 'id'> = { doc, at, problem, content }
    await answer(transaction.objectStore('quarantine').add(row))
  }
}
