import type { Design } from '../model/design'
import type { Edit } from '../model/edit'
import type { LayoutAnswer, LayoutOrder, LayoutWishes } from './layout-worker'
import layoutWorkerUrl from './layout-worker?worker&url'
import { startWorker } from './trusted-worker'

export interface RunOptions extends LayoutWishes {
  /** Fires when the person presses Cancel. */
  readonly signal?: AbortSignal
  /** Gets the edit to a first drawing while the run goes on for a better one. */
  readonly onQuick?: (edit: Edit) => void
}

/** What became of a run. `replaced`: a later run took its place. The message of a failure is a sentence for people. */
export type LayoutResult =
  | { readonly ok: true; readonly edit: Edit }
  | { readonly ok: false; readonly reason: 'replaced' | 'cancelled' }
  | { readonly ok: false; readonly reason: 'failed'; readonly message: string }

/** Lays designs out beside the main thread: a whole layout runs in a worker, and ELK in a worker of that one. */
export interface LayoutRunner {
  /** One run at a time, the latest wins. Within the time limit the best drawing so far counts; never rejects. */
  run(design: Design, options?: RunOptions): Promise<LayoutResult>
  /** Loads the engines before they are needed: the first run of a fresh worker takes half a second longer. */
  warmUp(): void
  /** Ends the run and the worker; the next run starts a new one. */
  terminate(): void
}

/** The search for a better drawing than the first one ends after this long. */
const SEARCH_MS = 5_000

/** Up to so many blocks the first drawing may take `LIMIT_MS`; above, `LARGE_LIMIT_MS`. A person can stop it before. */
const LARGE = 300
const LIMIT_MS = 30_000
const LARGE_LIMIT_MS = 60_000

/** After the limit the worker has this long to hand over the best drawing so far; then it is ended. */
const GRACE_MS = 1_000

/** A run whose answer is waited for. */
interface Run {
  readonly number: number
  hear(answer: LayoutAnswer | Crash): void
  end(reason: 'replaced' | 'cancelled'): void
}

/** What a runner needs of a worker. */
export interface LayoutPort {
  postMessage(order: LayoutOrder): void
  terminate(): void
}

/** Starts a worker whose answers, or whose crash, are told to `hear`. */
export type OpenPort = (hear: (answer: LayoutAnswer | Crash) => void) => LayoutPort

interface Crash {
  readonly answer: 'crashed'
}

/** A runner without a worker yet: the worker starts with the first run or with `warmUp`. */
export function createLayoutRunner(open: OpenPort = openWorker): LayoutRunner {
  let worker: LayoutPort | null = null
  let current: Run | null = null
  let runs = 0

  const stop = () => {
    worker?.terminate()
    worker = null
  }
  const send = (order: LayoutOrder) => {
    worker ??= open(answer => {
      if (answer.answer === 'crashed') stop()
      if (current && (answer.answer === 'crashed' || answer.run === current.number)) current.hear(answer)
    })
    worker.postMessage(order)
  }

  const run = (design: Design, { signal, onQuick, ...wishes }: RunOptions = {}) => {
    current?.end('replaced')
    return new Promise<LayoutResult>(resolve => {
      const limitMs = Object.keys(design.blocks).length > LARGE ? LARGE_LIMIT_MS : LIMIT_MS
      let shown: Edit | null = null
      const finish = (result: LayoutResult) => {
        clearTimeout(search)
        clearTimeout(deadline)
        clearTimeout(last)
        signal?.removeEventListener('abort', cancel)
        if (current === own) current = null
        resolve(result)
      }
      const fail = (message: string) => finish({ ok: false, reason: 'failed', message })
      let isSearchOver = false
      let isLate = false
      const enough = () => send({ order: 'enough' })
      const search = setTimeout(() => {
        isSearchOver = true
        if (shown) enough()
      }, SEARCH_MS)
      const deadline = setTimeout(() => {
        isLate = true
        enough()
      }, limitMs)
      const last = setTimeout(() => {
        stop()
        if (shown) finish({ ok: true, edit: shown })
        else fail(tooLong(limitMs))
      }, limitMs + GRACE_MS)
      const own: Run = {
        number: ++runs,
        hear(answer) {
          const edit = answer.answer === 'quick' || answer.answer === 'done' ? (answer.edit ?? shown) : shown
          if (answer.answer === 'quick' && edit) {
            shown = edit
            onQuick?.(edit)
            if (isSearchOver) enough()
          } else if (edit) finish({ ok: true, edit })
          else fail(isLate && answer.answer === 'failed' ? tooLong(limitMs) : FAILED)
        },
        end(reason) {
          // ELK cannot be interrupted, and a layout that nobody waits for must not hold up the next one.
          stop()
          finish({ ok: false, reason })
        },
      }
      const cancel = () => own.end('cancelled')
      current = own
      if (signal?.aborted) return cancel()
      signal?.addEventListener('abort', cancel)
      send({ order: 'run', run: own.number, design, wishes })
    })
  }
  return {
    run,
    warmUp: () => send({ order: 'warm-up' }),
    terminate() {
      current?.end('cancelled')
      stop()
    },
  }
}

const openWorker: OpenPort = hear => {
  const worker = startWorker(layoutWorkerUrl, 'module')
  worker.addEventListener('error', () => hear({ answer: 'crashed' }))
  worker.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => hear(data))
  return worker
}

const FAILED = 'Tidy failed on this design; nothing was moved.'

function tooLong(limitMs: number): string {
  return `Tidy took longer than ${limitMs / 1000} s and was stopped; nothing was moved. Select a part of the design and tidy that.`
}
