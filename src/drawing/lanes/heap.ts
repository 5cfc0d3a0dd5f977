/** Numbers to be taken out smallest key first. Of equal keys any may come, but always the same one. */
export interface Heap {
  push(key: number, value: number): void
  /** The value with the smallest key, or -1 when there is none left. */
  pop(): number
  clear(): void
}

/** A binary heap. */
export function createHeap(): Heap {
  const keys: number[] = []
  const values: number[] = []
  const put = (at: number, key: number, value: number) => {
    keys[at] = key
    values[at] = value
  }
  return {
    push(key, value) {
      let at = keys.length
      while (at > 0) {
        const parent = (at - 1) >> 1
        if ((keys[parent] as number) <= key) break
        put(at, keys[parent] as number, values[parent] as number)
        at = parent
      }
      put(at, key, value)
    },
    pop() {
      const top = values[0]
      const key = keys.pop()
      const value = values.pop()
      if (top === undefined || key === undefined || value === undefined) return -1
      const size = keys.length
      if (size === 0) return top
      let at = 0
      for (;;) {
        let child = 2 * at + 1
        if (child >= size) break
        if (child + 1 < size && (keys[child + 1] as number) < (keys[child] as number)) child++
        if ((keys[child] as number) >= key) break
        put(at, keys[child] as number, values[child] as number)
        at = child
      }
      put(at, key, value)
      return top
    },
    clear() {
      keys.length = 0
      values.length = 0
    },
  }
}
