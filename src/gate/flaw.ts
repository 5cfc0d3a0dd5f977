import type { Problem } from '../model/problem'
import { lineText, offsetsOf, pathText, placeFinder } from './places'
import type { Fault, Path } from './scan'

/** Something wrong at a path of the file, before its line is looked up. */
export interface Flaw {
  readonly path: Path
  /** Holds `{place}` where `other` has its line. */
  readonly message: string
  readonly hint?: string
  readonly other?: Path
}

/** Flaws with the lines of the text they stand on. */
export function placedFlaws(text: string, flaws: readonly Flaw[]): Problem[] {
  const place = placeFinder(text)
  const offsets = offsetsOf(text, [...flaws.map(flaw => flaw.path), ...flaws.map(flaw => flaw.other ?? [])])
  return flaws.map(({ path, message, hint, other }, i) => ({
    path: `${pathText(path)}, ${lineText(place(offsets[i] ?? 0))}`,
    message: other ? message.replace('{place}', lineText(place(offsets[flaws.length + i] ?? 0))) : message,
    ...(hint ? { hint } : {}),
  }))
}

/** Faults of the text with their line and column, or with the path of a name that stands twice. */
export function placedFaults(text: string, faults: readonly Fault[]): Problem[] {
  const place = placeFinder(text)
  return faults.map(({ offset, message, hint, twin }) => {
    const { line, column } = place(offset)
    return {
      path: twin ? `${pathText(twin.path)}, ${lineText({ line, column })}` : `line ${line}, column ${column}`,
      message: twin ? `${message}, first on ${lineText(place(twin.first))}.` : message,
      ...(hint ? { hint } : {}),
    }
  })
}
