/** What an arrow key moves by, in cards. */
type Step = (columns: number) => number

const STEPS: Readonly<Record<string, Step>> = {
  ArrowRight: () => 1,
  ArrowLeft: () => -1,
  ArrowDown: columns => columns,
  ArrowUp: columns => -columns,
}

/**
 * Where a key goes from a card of a grid that wraps: another card, `above` for what stands over the first row, or null
 * when the key moves nothing or no card has the focus.
 */
export function cardAfter<T extends { readonly offsetTop: number }>(
  cards: readonly T[],
  from: unknown,
  key: string,
): T | 'above' | null {
  const index = cards.indexOf(from as T)
  if (index < 0) return null
  if (key === 'Home') return cards[0] ?? null
  if (key === 'End') return cards.at(-1) ?? null
  const step = Object.hasOwn(STEPS, key) ? STEPS[key] : undefined
  if (!step) return null
  const top = cards[0]?.offsetTop
  const columns = cards.filter(card => card.offsetTop === top).length
  const next = index + step(columns)
  if (next < 0) return key === 'ArrowUp' ? 'above' : null
  // From above a gap in the last row, down goes to its last card.
  const isLastRow = Math.floor(index / columns) === Math.floor((cards.length - 1) / columns)
  if (next >= cards.length && key === 'ArrowDown' && !isLastRow) return cards.at(-1) ?? null
  return cards[next] ?? null
}
