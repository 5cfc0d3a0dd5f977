/** Characters that a value of the list has at most. */
const LIMIT = 64

/** What two texts begin with alike is shown up to this many characters before they part. */
const LEAD = 24

/** Two texts cut short around the place where they part: a note of a page differs in one word. */
export function excerpts(before: string, after: string): readonly [before: string, after: string] {
  const [old, present] = [[...before], [...after]]
  let alike = 0
  while (alike < old.length && alike < present.length && old[alike] === present[alike]) alike += 1
  const isLong = Math.max(old.length, present.length) > LIMIT
  const from = isLong && alike > LEAD ? alike - LEAD : 0
  return [cut(old, from), cut(present, from)]
}

function cut(characters: readonly string[], from: number): string {
  const rest = characters.slice(from)
  const shown = rest.length > LIMIT ? `${rest.slice(0, LIMIT).join('').trimEnd()}…` : rest.join('')
  return from > 0 ? `…${shown}` : shown
}
