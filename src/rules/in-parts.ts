/** Milliseconds of work between two chances for a page to paint and to take keys: half a frame. */
const SLICE_MS = 8

/** What work in parts comes to, done in one go. */
export function finished<T>(parts: Generator<undefined, T>): T {
  let part = parts.next()
  while (!part.done) part = parts.next()
  return part.value
}

/**
 * Does work in parts and lets the page go first whenever a slice of time is used up. What fits one slice is done when
 * this returns. `stop` ends it between two slices; `done` is then never called.
 */
export function inSlices<T>(parts: Generator<undefined, T>, done: (result: T) => void): { readonly stop: () => void } {
  let next: ReturnType<typeof setTimeout> | undefined
  const goOn = () => {
    const end = performance.now() + SLICE_MS
    let part = parts.next()
    while (!part.done && performance.now() < end) part = parts.next()
    if (part.done) done(part.value)
    else next = setTimeout(goOn)
  }
  goOn()
  return { stop: () => clearTimeout(next) }
}
