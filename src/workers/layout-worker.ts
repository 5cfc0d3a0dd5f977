import type { EngineName } from '../layout/engines'
import { layout, type Mode } from '../layout/layout'
import type { Design, Id } from '../model/design'
import type { Edit } from '../model/edit'
import { createElkWorker } from './elk-worker'
import { sound } from './sound'

/** What is laid out, and how. */
export interface LayoutWishes {
  /** Lays out these blocks alone, and the members of these groups. */
  readonly ids?: ReadonlySet<Id>
  /** The one engine to use. */
  readonly engine?: EngineName
  /** What becomes of a layout that is there. */
  readonly mode?: Mode
}

/** `run` is answered with any number of `quick` and one `done` or `failed`; `enough` asks for the best so far. */
export type LayoutOrder =
  | { readonly order: 'warm-up' }
  | { readonly order: 'run'; readonly run: number; readonly design: Design; readonly wishes: LayoutWishes }
  | { readonly order: 'enough' }

/** What the worker says of a run. An edit that was shown as quick and turned out best is `done` without one. */
export type LayoutAnswer =
  | { readonly answer: 'quick' | 'done'; readonly run: number; readonly edit: Edit | null }
  | { readonly answer: 'failed'; readonly run: number }

const { elk, warmUp } = createElkWorker()
let enough = new AbortController()

addEventListener('message', ({ data }: MessageEvent<LayoutOrder>) => {
  if (data.order === 'warm-up') warmUp()
  else if (data.order === 'enough') enough.abort()
  else void run(data.run, data.design, data.wishes)
})

async function run(number: number, design: Design, wishes: LayoutWishes): Promise<void> {
  const say = (answer: LayoutAnswer) => postMessage(answer)
  enough.abort()
  enough = new AbortController()
  let shown: Edit | null = null
  const onQuick = (edit: Edit) => {
    shown = sound(edit)
    say({ answer: 'quick', run: number, edit })
  }
  try {
    const edit = sound(await layout(design, { ...wishes, elk, onQuick, signal: enough.signal }))
    say({ answer: 'done', run: number, edit: edit === shown ? null : edit })
  } catch {
    // Only a run without any drawing in time rejects, or one with a bug: the page says that nothing was moved.
    say({ answer: 'failed', run: number })
  }
}
