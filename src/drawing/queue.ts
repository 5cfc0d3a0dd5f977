/** A queue that gives out the lowest rank first; of equal ranks, the one that came first. */
export interface Queue<T> {
  push(thing: T, rank: number): void
  pop(): T | undefined
}

interface Item<T> {
  readonly thing: T
  readonly rank: number
  readonly turn: number
}

/** An empty queue: a binary heap. */
export function createQueue<T>(): Queue<T> {
  const heap: Item<T>[] = []
  let turns = 0
  const isBefore = (a: number, b: number): boolean => {
    const [one, other] = [heap[a], heap[b]]
    if (!one || !other) return one !== undefined
    return one.rank < other.rank || (one.rank === other.rank && one.turn < other.turn)
  }
  const swap = (a: number, b: number): void => {
    const [one, other] = [heap[a], heap[b]]
    if (one && other) [heap[a], heap[b]] = [other, one]
  }
  return {
    push(thing, rank) {
      heap.push({ thing, rank, turn: turns++ })
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1
        if (!isBefore(at, parent)) return
        swap(at, parent)
        at = parent
      }
    },
    pop() {
      const first = heap[0]
      const last = heap.pop()
      if (last && heap.length > 0) heap[0] = last
      for (let at = 0; ; ) {
        const child = isBefore(2 * at + 2, 2 * at + 1) ? 2 * at + 2 : 2 * at + 1
        if (child >= heap.length || !isBefore(child, at)) return first?.thing
        swap(at, child)
        at = child
      }
    },
  }
}
