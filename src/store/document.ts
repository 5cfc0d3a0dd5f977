import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Design } from '../model/design'
import type { Edit } from '../model/edit'
import { type CarriedOut, carryOut } from './carry-out'
import { difference } from './difference'
import { EMPTY_HISTORY, HISTORY_LIMIT, redo, remember, type Slipped, slipUnder, undo } from './history'

/**
 * Who made an edit: the person at this tab, the opening of the design, another tab (already in the journal), or the
 * program itself. Only edits of the person can be undone here.
 */
export type Origin = 'user' | 'load' | 'tab' | 'system'

export interface DocumentState {
  readonly design: Design
  /** Goes up by one with every committed edit. */
  readonly revision: number
  /** What Undo would take back ("Move 3 blocks"), null when there is nothing. */
  readonly undoLabel: string | null
  readonly redoLabel: string | null
  /** The person may look but not edit: a newer version of Groundplan stored the design. */
  readonly readOnly: boolean
}

/** An edit as it was carried out, its repairs included. Undo and redo are edits of origin `user`. */
export interface Commit {
  readonly edit: Edit
  readonly origin: Origin
  readonly revision: number
}

/** The reading half of a vanilla store: what React's `useStore` takes. */
export type Readable<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>

export interface DesignDocument extends Readable<DocumentState> {
  /**
   * The one door: applies an edit and repairs what it broke. Returns false when nothing changed or the person may not
   * edit. Edits of the person that follow each other with the same `merge` key are one undo step.
   */
  commit(edit: Edit, origin: Origin, options?: { readonly merge?: string }): boolean
  /** Takes back the person's newest edit, on top of what others did since. Returns false when there is none. */
  undo(): boolean
  /** Does again what Undo took back. Returns false when there is none. */
  redo(): boolean
  /** Shows the design with what other tabs did in it. Some of it may have come to stand before the newest own edits. */
  follow(design: Design, slipped: readonly Slipped[]): void
  setReadOnly(readOnly: boolean): void
  /** Calls the listener in the same task as each committed edit; returns the function that ends it. */
  onCommit(listener: (commit: Commit) => void): () => void
}

export interface DocumentOptions {
  readonly historyLimit?: number
}

/** The open design: a vanilla zustand store that is written through `commit`, `undo` and `redo` alone. */
export function createDocument(design: Design, options: DocumentOptions = {}): DesignDocument {
  const { historyLimit = HISTORY_LIMIT } = options
  const store = createStore<DocumentState>()(() => ({
    design,
    revision: 0,
    undoLabel: null,
    redoLabel: null,
    readOnly: false,
  }))
  const listeners = new Set<(commit: Commit) => void>()
  let history = EMPTY_HISTORY

  function adopt(done: CarriedOut, origin: Origin): true {
    const revision = store.getState().revision + 1
    store.setState({ design: done.design, revision, ...labels() })
    for (const listener of listeners) listener({ edit: done.edit, origin, revision })
    return true
  }

  function labels() {
    return {
      undoLabel: history.undo.at(-1)?.inverse.label ?? null,
      redoLabel: history.redo.at(-1)?.inverse.label ?? null,
    }
  }

  function travel(way: typeof undo): boolean {
    const { design, revision, readOnly } = store.getState()
    if (readOnly) return false
    const { history: next, done } = way(history, design, revision + 1)
    history = next
    if (done) return adopt(done, 'user')
    store.setState(labels())
    return false
  }

  function commit(edit: Edit, origin: Origin, merge?: string): boolean {
    const { design, revision, readOnly } = store.getState()
    if (readOnly && origin === 'user') return false
    const done = carryOut(design, edit)
    if (!done) return false
    if (origin === 'user') history = remember(history, design, done, revision + 1, { merge, limit: historyLimit })
    return adopt(done, origin)
  }

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    commit: (edit, origin, { merge } = {}) => commit(edit, origin, merge),
    follow(design, slipped) {
      history = slipped.reduce(slipUnder, history)
      commit(difference(store.getState().design, design, 'Changes from another tab'), 'tab')
    },
    undo: () => travel(undo),
    redo: () => travel(redo),
    setReadOnly: readOnly => store.setState({ readOnly }),
    onCommit(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
