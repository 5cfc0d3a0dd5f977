import { elkInNode } from '../../src/layout/elk-node'
import { layout } from '../../src/layout/layout'
import type { Edit } from '../../src/model/edit'
import type { OpenPort } from '../../src/workers/layout-runner'
import type { LayoutAnswer, LayoutOrder } from '../../src/workers/layout-worker'

/** A worker that says what the test tells it to, and remembers what it was told. */
export interface ScriptedWorker {
  readonly orders: LayoutOrder[]
  isEnded: boolean
  say(answer: LayoutAnswer | { readonly answer: 'crashed' }): void
}

/** Opens scripted workers, all of which it keeps in the order of their start. */
export function scriptedWorkers(): { readonly open: OpenPort; readonly workers: ScriptedWorker[] } {
  const workers: ScriptedWorker[] = []
  const open: OpenPort = hear => {
    const worker: ScriptedWorker = {
      orders: [],
      isEnded: false,
      say: answer => {
        if (!worker.isEnded) hear(answer)
      },
    }
    workers.push(worker)
    return {
      postMessage: order => worker.orders.push(order),
      terminate: () => {
        worker.isEnded = true
      },
    }
  }
  return { open, workers }
}

/** What a run of the layout goes through, in this order. */
export type Stage = 'started' | 'elk' | 'slice' | 'quick' | 'done'

/** Opens workers that lay out in this thread, and tells at which stage a layout is. */
export function layoutsHere(reach: (stage: Stage) => void): OpenPort {
  return hear => {
    let isEnded = false
    const enough = new AbortController()
    const say = (answer: LayoutAnswer) => {
      if (isEnded) return
      hear(answer)
      reach(answer.answer === 'quick' ? 'quick' : 'done')
    }
    const run = async ({ run: number, design, wishes }: Extract<LayoutOrder, { order: 'run' }>) => {
      reach('started')
      const elk: typeof elkInNode = graph => {
        reach('elk')
        return elkInNode(graph)
      }
      const timer = setInterval(() => reach('slice'), 0)
      const onQuick = (edit: Edit) => say({ answer: 'quick', run: number, edit })
      const edit = await layout(design, { ...wishes, elk, onQuick, signal: enough.signal }).catch(() => null)
      clearInterval(timer)
      say(edit ? { answer: 'done', run: number, edit } : { answer: 'failed', run: number })
    }
    return {
      postMessage: order => {
        if (order.order === 'run') setTimeout(() => void run(order))
        else if (order.order === 'enough') enough.abort()
      },
      terminate: () => {
        isEnded = true
        enough.abort()
      },
    }
  }
}
