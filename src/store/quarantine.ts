import type { Id } from '../model/design'
import { answer, within, writing } from './database'
import type { QuarantineRow, StoredRecord } from './stored'

/** A stored value that could not be read, and why. */
export interface Quarantined {
  readonly content: unknown
  readonly problem: string
}

/** Moves damaged journal records out of the way, unchanged, in one transaction. */
export async function quarantine(db: IDBDatabase, doc: Id, damaged: readonly Quarantined[], at: number): Promise<void> {
  if (damaged.length === 0) return
  const transaction = writing(db, ['records', 'quarantine'], 'strict')
  await within(transaction, async () => {
    for (const { content, problem } of damaged) {
      const row: Omit<QuarantineRow, 'id'> = { doc, at, problem, content }
      await answer(transaction.objectStore('quarantine').add(row))
      const seq = (content as Partial<StoredRecord>).seq
      if (seq !== undefined) await answer(transaction.objectStore('records').delete(seq))
    }
  })
}
