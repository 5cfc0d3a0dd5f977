import type { Design, Id } from '../model/design'
import { applyEdit, type Edit } from '../model/edit'
import type { Problem, Result } from '../model/problem'
import { designText } from '../model/text'
import { type BrowserStorage, browserStorage } from './browser'
import { createConnection } from './connection'
import { completed } from './database'
import { NewerStored, reasonOf } from './failure'
import type { JournalTiming } from './journal'
import type { Unreadable } from './load'
import { type Desk, loadAt, type OpenDocument, openNew, openStored } from './open-document'
import { openPings } from './pings'
import { randomId } from './random-id'
import { purgeDocument, putDocument, putRow, readRows } from './shelf'
import { type DocumentRow, rowOf, STORED_SCHEMA, type VersionRow } from './stored'
import { listVersions } from './versions'
import { append } from './writes'

export type { OpenDocument } from './open-document'

/** The documents of this browser. What storage refuses comes back as problems; nothing here rejects. */
export interface Documents {
  /** The list, newest first. When the storage cannot be read, what this tab can still offer, and the problem. */
  list(): Promise<DocumentList>
  /** What lies in the bin, newest first. */
  removed(): Promise<DocumentList>
  /**
   * Opens a new document with this design, a copy of a case study where one is named. It works without storage, too:
   * `journal.status` tells.
   */
  create(design: Design, caseId?: string): Promise<OpenDocument>
  /** Opens a stored document: the same object while it is open in this tab. Other tabs may have it open, too. */
  open(id: Id): Promise<{ readonly ok: true; readonly value: OpenDocument } | Unreadable>
  /** Changes the title, as an edit of the design. */
  rename(id: Id, title: string): Promise<Result<null>>
  /** Stores a copy and returns its id; the copy is not opened. */
  duplicate(id: Id): Promise<Result<Id>>
  /**
   * Puts a document in the bin; one that is open in this tab is closed first. An edit of another tab that has it open
   * takes it out again.
   */
  remove(id: Id): Promise<Result<null>>
  /** Takes a document out of the bin. */
  restore(id: Id): Promise<Result<null>>
  /** Deletes a document for good, its versions included. Another tab that has it open stores it again. */
  purge(id: Id): Promise<Result<null>>
  /** The kept versions of a document, newest first. */
  versions(id: Id): Promise<Result<readonly VersionRow[]>>
  /** Closes all documents of this tab and the storage. Returns false when some edits could not be stored. */
  close(): Promise<boolean>
}

export interface DocumentList {
  readonly documents: readonly DocumentRow[]
  readonly problem: Problem | null
}

/** The documents of this browser, as seen from this tab. */
export function createDocuments(
  browser: BrowserStorage = browserStorage(),
  timing: Partial<JournalTiming> = {},
): Documents {
  const connection = createConnection(browser.indexedDB)
  const desk: Desk = { tab: randomId(), browser, connection, timing }
  const area = browser.localStorage
  /** Documents open in this tab, or being opened or closed: one of each, however often it is asked for. */
  const here = new Map<Id, ReturnType<Documents['open']>>()
  const closing = new Map<Id, Promise<boolean>>()

  /** Keeps account of a document while it is open. */
  function enter(open: OpenDocument): OpenDocument {
    let end: Promise<boolean> | null = null
    function close(): Promise<boolean> {
      if (end) return end
      end = open.close().finally(() => closing.delete(open.id))
      closing.set(open.id, end)
      here.delete(open.id)
      return end
    }
    return { ...open, close }
  }

  async function openOnce(id: Id): ReturnType<Documents['open']> {
    await closing.get(id)
    const opened = await openStored(desk, id)
    if (!opened.ok) here.delete(id)
    return opened.ok ? { ok: true, value: enter(opened.value) } : opened
  }

  async function openHere(id: Id): Promise<OpenDocument | null> {
    const opened = await here.get(id)
    return opened?.ok ? opened.value : null
  }

  async function rows(isWanted: (row: DocumentRow) => boolean): Promise<DocumentList> {
    try {
      const all = await readRows(await connection.open(), area)
      return { documents: all.filter(isWanted), problem: null }
    } catch (error) {
      const problem = { path: '', message: reasonOf(error), hint: 'Designs can still be opened from files.' }
      return { documents: (await readRows(null, area)).filter(isWanted), problem }
    }
  }

  /** Carries out a change to a stored document that is not open in this tab. */
  async function changeStored<T>(id: Id, change: (db: IDBDatabase) => Promise<Result<T>>): Promise<Result<T>> {
    await closing.get(id)
    try {
      return await change(await connection.open())
    } catch (error) {
      return refused(error)
    }
  }

  async function changeRow(id: Id, change: (row: DocumentRow) => DocumentRow): Promise<Result<null>> {
    return changeStored(id, async db => {
      const row = (await readRows(db, area)).find(row => row.id === id)
      if (!row) return { ok: false, problems: [GONE] }
      await putRow(db, change(row))
      return DONE
    })
  }

  return {
    list: () => rows(row => row.removedAt === undefined),
    removed: () => rows(row => row.removedAt !== undefined),
    async create(design, caseId) {
      const opened = enter(openNew(desk, randomId(), design, caseId))
      here.set(opened.id, Promise.resolve({ ok: true, value: opened }))
      return opened
    },
    open(id) {
      const opened = here.get(id) ?? openOnce(id)
      here.set(id, opened)
      return opened
    },
    async rename(id, title) {
      const edit: Edit = {
        label: 'Rename the design',
        changes: [{ op: 'set', table: 'about', id: 'design', path: 'title', to: title }],
      }
      const open = await openHere(id)
      if (open?.document.getState().readOnly) return refused(new NewerStored())
      if (open) open.document.commit(edit, 'user')
      return open ? DONE : changeStored(id, db => appendEdit(desk, db, id, edit))
    },
    async duplicate(id) {
      const open = await openHere(id)
      if (open) return copy(desk, open.document.getState().design, open.caseId)
      const loaded = await loadAt(desk, id)
      return loaded.ok ? copy(desk, loaded.value.design, loaded.value.row.caseId ?? null) : loaded
    },
    async remove(id) {
      await (await openHere(id))?.close()
      return changeRow(id, row => ({ ...row, removedAt: browser.now() }))
    },
    restore: id => changeRow(id, ({ removedAt: _, ...row }) => row),
    async purge(id) {
      await (await openHere(id))?.close()
      return changeStored(id, async db => {
        await purgeDocument(db, area, id)
        return DONE
      })
    },
    async versions(id) {
      try {
        return { ok: true, value: await listVersions(await connection.open(), id) }
      } catch (error) {
        return refused(error)
      }
    },
    async close() {
      const open = await Promise.all([...here.keys()].map(openHere))
      const stored = await Promise.all([...open.map(one => one?.close() ?? true), ...closing.values()])
      connection.close()
      return stored.every(Boolean)
    },
  }
}

async function appendEdit(desk: Desk, db: IDBDatabase, id: Id, edit: Edit): Promise<Result<null>> {
  const loaded = await loadAt(desk, id)
  if (!loaded.ok) return loaded
  const at = desk.browser.now()
  const row = rowOf(applyEdit(loaded.value.design, edit), loaded.value.row, at)
  const record = { id: randomId(), doc: id, tab: desk.tab, at, schema: STORED_SCHEMA, edit }
  await completed(append(db, record, row))
  const pings = openPings(desk.browser, id, () => undefined)
  pings.send()
  pings.close()
  return DONE
}

async function copy(desk: Desk, original: Design, caseId: string | null): Promise<Result<Id>> {
  const about = original.about.design
  const design: Design = { ...original, about: { design: { ...about, title: `${about.title} (copy)` } } }
  const id = randomId()
  const at = desk.browser.now()
  const row = rowOf(design, { id, createdAt: at, ...(caseId === null ? {} : { caseId }) }, at)
  const snapshot = { doc: id, schema: STORED_SCHEMA, life: randomId(), seq: 0, text: designText(design), ids: [], at }
  try {
    await putDocument(await desk.connection.open(), row, snapshot)
    return { ok: true, value: id }
  } catch (error) {
    return refused(error)
  }
}

const DONE: Result<null> = { ok: true, value: null }

const GONE: Problem = { path: '', message: 'This design is not stored in this browser.' }

function refused(error: unknown): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [{ path: '', message: reasonOf(error), hint: 'Nothing was changed. Try again.' }] }
}
