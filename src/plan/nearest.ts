/** A word further away than this from all others is not a slip of the pen: no guess is better than a wild one. */
const FARTHEST = 3

/**
 * The word of the list that takes the fewest slips (a letter added, left out, changed or swapped with its neighbour),
 * the first of them where several do, or null when none is near.
 */
export function nearest(word: string, list: Iterable<string>): string | null {
  const wanted = word.toLowerCase()
  let best: string | null = null
  let least = Math.min(FARTHEST, Math.ceil(wanted.length / 3)) + 1
  for (const candidate of list) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue
    const distance = slips(wanted, candidate.toLowerCase())
    if (distance < least) [best, least] = [candidate, distance]
  }
  return best ?? longerForm(wanted, list)
}

/** People write `store` or `ann`: the only word of the list that has it as one of its parts. */
function longerForm(word: string, list: Iterable<string>): string | null {
  const found = [...list].filter(candidate => candidate.toLowerCase().split('-').includes(word))
  return found.length === 1 ? (found[0] ?? null) : null
}

/** The edit distance with swaps of neighbours (optimal string alignment). */
function slips(a: string, b: string): number {
  let last: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let fewest = Math.min(change, at(row, j) + 1, at(next, j - 1) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        fewest = Math.min(fewest, at(last, j - 2) + 1)
      next.push(fewest)
    }
    ;[last, row] = [row, next]
  }
  return at(row, b.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
