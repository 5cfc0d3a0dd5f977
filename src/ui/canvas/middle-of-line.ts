import type { Point } from '../../model/design'

/** The middle of the longest piece of a line. */
export function middleOfLine(line: readonly Point[]): Point {
  let [best, longest] = [line[0] ?? { x: 0, y: 0 }, -1]
  for (const [i, to] of line.entries()) {
    const from = line[i - 1]
    if (!from) continue
    const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y)
    if (length > longest) [best, longest] = [{ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, length]
  }
  return best
}
