import type { Id } from '../model/design'
import { answer, reading, within, writing } from './database'
import type { VersionRow } from './stored'

/** Versions kept of a document; the oldest goes first. */
const VERSION_LIMIT = 20

/** Work between two versions that are kept without being asked for, in milliseconds. */
export const VERSION_EVERY_MS = 10 * 60_000

/** Keeps a state of a document, in a transaction of its own. Rejects when the storage fails. */
export async function keepVersion(db: IDBDatabase, version: Omit<VersionRow, 'id'>): Promise<void> {
  const transaction = writing(db, ['versions'], 'strict')
  await within(transaction, () => addVersion(transaction, version))
}

/** Adds a version to a transaction that is under way, and lets the oldest go. The newest one is not kept twice. */
export async function addVersion(transaction: IDBTransaction, version: Omit<VersionRow, 'id'>): Promise<void> {
  const versions = transaction.objectStore('versions')
  if ((await newestVersion(transaction, version.doc))?.text === version.text) return
  await answer(versions.add(version))
  const keys = await answer(versions.index('doc').getAllKeys(version.doc))
  for (const key of keys.slice(0, -VERSION_LIMIT)) await answer(versions.delete(key))
}

/** The newest version of a document; null when there is none. */
export async function newestVersion(transaction: IDBTransaction, doc: Id): Promise<VersionRow | null> {
  const cursor = await answer(transaction.objectStore('versions').index('doc').openCursor(doc, 'prev'))
  return cursor ? (cursor.value as VersionRow) : null
}

/** The versions of a document, newest first. */
export async function listVersions(db: IDBDatabase, doc: Id): Promise<VersionRow[]> {
  const transaction = reading(db, ['versions'])
  const rows = await within(transaction, () =>
    answer<VersionRow[]>(transaction.objectStore('versions').index('doc').getAll(doc)),
  )
  return rows.reverse()
}
