import type { Id } from '../model/design'
import { createLine } from './line'
import type { Presence } from './presence'
import { randomId } from './random-id'

/** How long the other tabs have to answer, in milliseconds: a message between tabs takes a few. */
const ANSWER_MS = 250

/** Between two questions of a tab that waits: a tab that died says no goodbye. */
const ASK_AGAIN_MS = 3_000

interface Message {
  readonly from: string
  readonly says: 'who has it?' | 'mine' | 'free'
}

/**
 * Claims a document by asking the other tabs over a channel. Two tabs that ask in the same moment: the one with the
 * smaller name gets it. A page without channels cannot hear of other tabs; then the ordered journal alone keeps both
 * tabs' edits.
 */
export async function claimByChannel(doc: Id): Promise<Presence> {
  const line = createLine()
  if (typeof BroadcastChannel === 'undefined') {
    void line.hold()
    return line
  }
  const me = randomId()
  const channel = new BroadcastChannel(`groundplan.presence.${doc}`)
  const say = (says: Message['says']) => channel.postMessage({ from: me, says } satisfies Message)
  let isTaken = false
  let isAsking = false

  async function ask(): Promise<void> {
    if (line.isHeld() || isAsking) return
    isAsking = true
    isTaken = false
    say('who has it?')
    await new Promise(resolve => setTimeout(resolve, ANSWER_MS))
    isAsking = false
    if (!isTaken) void line.hold()
  }

  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.says === 'mine') isTaken = true
    if (data.says === 'free') void ask()
    if (data.says !== 'who has it?') return
    if (line.isHeld() || (isAsking && me < data.from)) say('mine')
    else if (isAsking) isTaken = true
  }
  await ask()
  const again = setInterval(ask, ASK_AGAIN_MS)
  return {
    ...line,
    release() {
      clearInterval(again)
      if (line.isHeld()) say('free')
      line.release()
      channel.close()
    },
  }
}
