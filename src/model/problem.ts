/** What is wrong with an input, where, and what to do next. Shown to people as it is, as text. */
export interface Problem {
  /** `blocks.rk.props.p99Ms, line 41` in a design file, `line:column` in plan text; empty for the input as a whole. */
  readonly path: string
  readonly message: string
  readonly hint?: string
}

/** A value, or the problems that kept it from being read. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Problems shown at most; further ones are counted only. */
export const PROBLEM_LIMIT = 50
