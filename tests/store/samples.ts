import { type Block, type Design, emptyDesign, type Id } from '../../src/model/design'
import type { Edit } from '../../src/model/edit'
import type { Documents } from '../../src/store/documents'
import type { Journal } from '../../src/store/journal'
import type { OpenDocument } from '../../src/store/open-document'

/** A block as small as it can be. */
export function block(id: Id, label = id): Block {
  return { id, kind: 'ranker', label, props: {} }
}

/** A design with these blocks and nothing else. */
export function designOf(...ids: readonly Id[]): Design {
  return { ...emptyDesign('Ads'), blocks: Object.fromEntries(ids.map(id => [id, block(id)])) }
}

export function addBlock(id: Id, label = id): Edit {
  return { label: `Add ${id}`, changes: [{ op: 'put', table: 'blocks', id, record: block(id, label) }] }
}

export function rename(id: Id, label: string): Edit {
  return { label: `Rename ${id}`, changes: [{ op: 'set', table: 'blocks', id, path: 'label', to: label }] }
}

export function cutBlock(id: Id): Edit {
  return { label: `Remove ${id}`, changes: [{ op: 'cut', table: 'blocks', id }] }
}

/** Resolves when the journal shows that state. */
export function shows(journal: Journal, state: 'saved' | 'failed' | 'saving'): Promise<void> {
  return new Promise(resolve => {
    if (journal.status.getState().state === state) return resolve()
    const end = journal.status.subscribe(status => {
      if (status.state !== state) return
      end()
      resolve()
    })
  })
}

/** Turns of the event loop without any change after which nothing is on its way: a transaction takes fewer than ten. */
const QUIET_TURNS = 60

/** Resolves when all edits of these tabs are stored and nothing is on its way between them any more. */
export async function settled(tabs: readonly OpenDocument[]): Promise<void> {
  await Promise.all(tabs.map(({ journal }) => shows(journal, 'saved')))
  const state = () =>
    tabs.map(tab => `${tab.document.getState().revision} ${tab.journal.status.getState().state}`).join()
  let before = state()
  for (let quiet = 0; quiet < QUIET_TURNS; quiet++) {
    await new Promise(resolve => setImmediate(resolve))
    if (state() !== before || state().includes('saving')) quiet = 0
    before = state()
  }
}

/** Opens a document that can be opened. */
export async function opened(documents: Documents, id: Id): Promise<OpenDocument> {
  const result = await documents.open(id)
  if (!result.ok) throw new Error(result.problems.map(problem => problem.message).join(' '))
  return result.value
}

/** The labels of the blocks, by id. */
export function labels(open: OpenDocument): Record<Id, string> {
  const { blocks } = open.document.getState().design
  return Object.fromEntries(Object.values(blocks).map(({ id, label }) => [id, label]))
}

/** Everything stored in one store of the database. */
export function storedIn<T>(db: IDBDatabase | undefined, store: string): Promise<T[]> {
  return new Promise((resolve, reject) => {
    if (!db) return reject(new Error('No database is open.'))
    const request = db.transaction(store).objectStore(store).getAll()
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
