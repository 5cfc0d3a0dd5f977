import type { Engine, Placement } from '../layout/placement'
import type { RoomsAnswer } from './rooms-worker'
import roomsWorkerUrl from './rooms-worker?worker&url'
import { startWorker } from './trusted-worker'

/**
 * The rooms engine in a worker of its own, which lives for one answer. When the signal fires or the worker dies, the
 * answer is the best placement until then, or null.
 */
export const roomsInWorker: Engine = (parts, signal) => {
  if (signal?.aborted) return Promise.resolve(null)
  return new Promise<Placement | null>(resolve => {
    const worker = startWorker(roomsWorkerUrl, 'module')
    let best: Placement | null = null
    const end = () => {
      signal?.removeEventListener('abort', end)
      worker.terminate()
      resolve(best)
    }
    signal?.addEventListener('abort', end)
    worker.addEventListener('error', end)
    worker.addEventListener('message', ({ data }: MessageEvent<RoomsAnswer>) => {
      if (data === 'done') end()
      else best = data.placement
    })
    worker.postMessage(parts)
  })
}
