import ELK, { type ELK as ElkApi } from 'elkjs/lib/elk-api.js'
import elkWorkerUrl from 'elkjs/lib/elk-worker.min.js?url'
import type { Elk } from '../layout/elk-engine'
import { startWorker } from './trusted-worker'

/** ELK in a worker that starts with the first graph and is kept. */
export interface ElkWorker {
  readonly elk: Elk
  /** Starts the worker before it is needed: its first graph takes half a second longer than the next. */
  warmUp(): void
}

interface Running {
  readonly api: ElkApi
  /** Rejects when the worker does not start, or dies. */
  readonly crash: Promise<never>
}

/** Nothing runs yet. After a crash the next graph starts a new worker. */
export function createElkWorker(): ElkWorker {
  let running: Running | null = null
  const elk: Elk = async graph => {
    running ??= start()
    const { api, crash } = running
    const forget = () => {
      if (running?.api === api) running = null
    }
    crash.catch(forget)
    return Promise.race([api.layout(graph), crash])
  }
  return {
    elk,
    warmUp() {
      if (!running) void elk({ id: 'root', children: [{ id: 'first', width: 8, height: 8 }] }).catch(() => null)
    },
  }
}

function start(): Running {
  let report: (reason: Error) => void = () => {}
  const crash = new Promise<never>((_, reject) => {
    report = reject
  })
  const workerFactory = () => {
    // elkjs ships a classic script; it stays the file that its authors published, byte for byte.
    const worker = startWorker(elkWorkerUrl, 'classic')
    worker.addEventListener('error', event => report(new Error(event.message || 'The layout worker did not start.')))
    return worker
  }
  return { api: new ELK({ workerFactory }), crash }
}
