import { PROBLEM_LIMIT, type Problem } from '../model/problem'

/** Where a piece of plan text stands: both count from 1, columns in UTF-16 code units, as editors count them. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** `3:14`, as problems name a place. */
export function placeText({ line, column }: Place): string {
  return `${line}:${column}`
}

/** Collects what is wrong with a plan. */
export interface Problems {
  /** Keeps a problem. The hint may be a function, so that a nearest word is only looked for where it will be read. */
  readonly add: (at: Place, message: string, hint?: string | (() => string)) => void
  /** The problems kept, in the order of the text. */
  readonly list: () => Problem[]
}

/** A collector that keeps the first 50 problems it is given. */
export function collectProblems(): Problems {
  const kept: { readonly at: Place; readonly problem: Problem }[] = []
  return {
    add(at, message, hint) {
      if (kept.length >= PROBLEM_LIMIT) return
      const words = typeof hint === 'function' ? hint() : hint
      kept.push({ at, problem: { path: placeText(at), message, ...(words === undefined ? {} : { hint: words }) } })
    },
    list: () => kept.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column).map(({ problem }) => problem),
  }
}
