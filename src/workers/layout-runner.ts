import { layout } from '../layout/layout'
import type { Design, Id } from '../model/design'
import type { Edit } from '../model/edit'
import { createElkWorker } from './elk-worker'
import { roomsInWorker } from './rooms-in-worker'

export interface RunOptions {
  /** Lays out these blocks alone, and the members of these groups. */
  readonly ids?: ReadonlySet<Id>
  /** Fires when the person presses Cancel. */
  readonly signal?: AbortSignal
}

/** What became of a run. `replaced`: a later run took its place. The message of a failure is a sentence for people. */
export type LayoutResult =
  | { readonly ok: true; readonly edit: Edit }
  | { readonly ok: false; readonly reason: 'replaced' | 'cancelled' }
  | { readonly ok: false; readonly reason: 'failed'; readonly message: string }

/** Lays designs out beside the main thread. */
export interface LayoutRunner {
  /** One run at a time, the latest wins. Within the time limit the best drawing so far counts; never rejects. */
  run(design: Design, options?: RunOptions): Promise<LayoutResult>
  /** Loads ELK before it is needed: the first run of a fresh worker takes half a second longer. */
  warmUp(): void
  /** Ends the run and the worker; the next run starts a new one. */
  terminate(): void
}

/** Blocks up to which a layout may take `LIMIT_MS`; above, `LARGE_LIMIT_MS`. */
const LARGE = 300
const LIMIT_MS = 5_000
const LARGE_LIMIT_MS = 30_000

/** A runner without a worker yet: the worker starts with the first run or with `warmUp`. */
export function createLayoutRunner(): LayoutRunner {
  const worker = createElkWorker()
  let endCurrent: ((reason: 'replaced' | 'cancelled') => void) | null = null

  const run = (design: Design, { ids, signal }: RunOptions = {}) => {
    endCurrent?.('replaced')
    return new Promise<LayoutResult>(resolve => {
      const enough = new AbortController()
      const isLarge = Object.keys(design.blocks).length > LARGE
      const limitMs = isLarge ? LARGE_LIMIT_MS : LIMIT_MS
      const deadline = setTimeout(() => enough.abort(), limitMs)
      const cancel = () => end('cancelled')
      const finish = (result: LayoutResult) => {
        clearTimeout(deadline)
        signal?.removeEventListener('abort', cancel)
        if (endCurrent === end) endCurrent = null
        resolve(result)
      }
      const end = (reason: 'replaced' | 'cancelled') => {
        finish({ ok: false, reason })
        enough.abort()
        // ELK cannot be interrupted. A small graph that nobody waits for is done sooner than a new worker is loaded.
        if (reason === 'cancelled' || isLarge) worker.terminate()
      }
      endCurrent = end
      if (signal?.aborted) return end('cancelled')
      signal?.addEventListener('abort', cancel)
      layout(design, { elk: worker.elk, rooms: roomsInWorker, signal: enough.signal, ...(ids ? { ids } : {}) })
        .then(
          edit => finish({ ok: true, edit }),
          () => finish({ ok: false, reason: 'failed', message: failure(enough.signal, limitMs) }),
        )
        .finally(() => {
          if (enough.signal.aborted && endCurrent === null) worker.terminate()
        })
    })
  }
  return {
    run,
    warmUp: worker.warmUp,
    terminate() {
      endCurrent?.('cancelled')
      worker.terminate()
    },
  }
}

function failure(enough: AbortSignal, limitMs: number): string {
  return enough.aborted
    ? `Tidy took longer than ${limitMs / 1000} s and was stopped; nothing was moved. Select a part of the design and tidy that.`
    : 'Tidy failed on this design; nothing was moved.'
}
