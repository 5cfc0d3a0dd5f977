import { createStore } from 'zustand/vanilla'
import type { Readable } from './document'

/** Where the last edits are. `saved` is shown when the database confirmed all of them, and from nothing else. */
export interface SaveStatus {
  readonly state: 'saved' | 'saving' | 'failed'
  /** Why storing failed, in a sentence; null unless `failed`. It is tried again until it works. */
  readonly reason: string | null
  /** Edits of this tab that the database has not confirmed. */
  readonly unsaved: number
}

export interface StatusLight {
  readonly status: Readable<SaveStatus>
  /** Shows how many edits wait, whether anything else does, and why storing failed (null: it did not). */
  show(unsaved: number, isBehind: boolean, reason: string | null): void
  /** Resolves as soon as the state is not `saving`. */
  rest(): Promise<void>
}

const SLOW = 'The browser takes unusually long to store the last edits.'

/** The save status of one document. A write that does not end within `slowMs` counts as failed until it ends. */
export function createStatusLight(slowMs: number): StatusLight {
  const store = createStore<SaveStatus>()(() => ({ state: 'saved', reason: null, unsaved: 0 }))
  let timer: ReturnType<typeof setTimeout> | undefined
  let isSlow = false

  function set(state: SaveStatus['state'], reason: string | null, unsaved: number): void {
    const shown = store.getState()
    if (state !== 'saving') stopWatch()
    if (shown.state !== state || shown.reason !== reason || shown.unsaved !== unsaved)
      store.setState({ state, reason, unsaved })
  }

  function startWatch(): void {
    timer ??= setTimeout(() => {
      isSlow = true
      set('failed', SLOW, store.getState().unsaved)
    }, slowMs)
  }

  function stopWatch(): void {
    clearTimeout(timer)
    timer = undefined
  }

  return {
    status: store,
    show(unsaved, isBehind, reason) {
      if (unsaved < store.getState().unsaved || (unsaved === 0 && !isBehind)) {
        isSlow = false
        stopWatch()
      }
      if (reason !== null) return set('failed', reason, unsaved)
      if (unsaved === 0 && !isBehind) return set('saved', null, 0)
      if (isSlow) return set('failed', SLOW, unsaved)
      startWatch()
      set('saving', null, unsaved)
    },
    rest: () =>
      new Promise(resolve => {
        if (store.getState().state !== 'saving') return resolve()
        const end = store.subscribe(({ state }) => {
          if (state === 'saving') return
          end()
          resolve()
        })
      }),
  }
}
