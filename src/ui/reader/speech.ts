/** Milliseconds between two messages at least: a reader that is talked over says nothing to the end. */
const GAP_MS = 1000

/** Milliseconds in which what one command says in two sentences becomes one message. */
const TOGETHER_MS = 60

/** Milliseconds after which it is looked again whether the hand still drags. */
const AGAIN_MS = 250

/** Sentences on their way to screen readers. */
export interface Speech {
  /** Says what must not be lost. */
  say(sentence: string): void
  /** Says what only counts as long as it is the newest of its sort: a later one takes its place while it waits. */
  mention(sentence: string): void
  stop(): void
}

/**
 * Hands messages on to `speak`, at most one a second. What comes in between waits and is said together. Nothing is said
 * while `isBusy`, in a drag.
 */
export function createSpeech(speak: (message: string) => void, isBusy: () => boolean): Speech {
  let waiting: string[] = []
  let news: string | null = null
  let last = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined

  const flush = () => {
    timer = undefined
    if (isBusy()) return plan(AGAIN_MS)
    const sentences = [...waiting, ...(news === null ? [] : [news])]
    waiting = []
    news = null
    last = Date.now()
    speak([...new Set(sentences)].join(' '))
  }
  const plan = (least: number) => {
    timer ??= setTimeout(flush, Math.max(least, last + GAP_MS - Date.now()))
  }
  return {
    say(sentence) {
      if (sentence === '') return
      waiting.push(sentence)
      plan(TOGETHER_MS)
    },
    mention(sentence) {
      news = sentence
      plan(TOGETHER_MS)
    },
    stop: () => clearTimeout(timer),
  }
}
