/** Whether a place in line is ours, who wants to know, and the promise that keeps it until it is let go. */
export interface Line {
  isHeld(): boolean
  hold(): Promise<void>
  onHeld(listener: () => void): () => void
  release(): void
}

/** A place in line that nobody holds yet. */
export function createLine(): Line {
  const listeners = new Set<() => void>()
  let isHeld = false
  let isOver = false
  let letGo: () => void = () => undefined
  return {
    isHeld: () => isHeld,
    hold() {
      if (isOver) return Promise.resolve()
      isHeld = true
      for (const listener of [...listeners]) listener()
      return new Promise(resolve => {
        letGo = resolve
      })
    },
    onHeld(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    release() {
      isOver = true
      isHeld = false
      listeners.clear()
      letGo()
    },
  }
}
