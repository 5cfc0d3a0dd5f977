/** What plan text has no words for, as people count it. */
type Loss = 'position' | 'size' | 'room' | 'line' | 'order' | 'extra' | 'loose'

/** Collects what a writer leaves out, for one sentence each. */
export interface LeftOut {
  readonly count: (loss: Loss) => void
  readonly say: (sentence: string) => void
  /** The counted losses first, then the sentences in the order they were said. */
  readonly sentences: () => string[]
}

/** A collector without losses yet. */
export function collectLeftOut(): LeftOut {
  const counts = new Map<Loss, number>()
  const said: string[] = []
  return {
    count: loss => counts.set(loss, (counts.get(loss) ?? 0) + 1),
    say: sentence => said.push(sentence),
    sentences: () => [
      ...ORDER.flatMap(loss => {
        const count = counts.get(loss) ?? 0
        return count === 0 ? [] : [count === 1 ? LOSSES[loss].one : `${LOSSES[loss].many(count)}`]
      }),
      ...said,
    ],
  }
}

const LOSSES: Readonly<Record<Loss, { readonly one: string; readonly many: (count: number) => string }>> = {
  position: { one: 'The position of 1 block.', many: count => `The positions of ${count} blocks.` },
  size: { one: 'The size of 1 note.', many: count => `The sizes of ${count} notes.` },
  room: { one: 'The place and size of 1 group.', many: count => `The places and sizes of ${count} groups.` },
  line: { one: 'The bends of 1 flow.', many: count => `The bends of ${count} flows.` },
  order: { one: 'The order of 1 record.', many: count => `The order of ${count} records.` },
  extra: { one: 'Another tool’s fields in 1 record.', many: count => `Other tools’ fields in ${count} records.` },
  loose: {
    one: '1 tie to a block or group that is gone or stands within itself.',
    many: count => `${count} ties to blocks or groups that are gone or stand within themselves.`,
  },
}

const ORDER: readonly Loss[] = ['position', 'size', 'room', 'line', 'order', 'extra', 'loose']
