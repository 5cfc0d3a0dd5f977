import type { Design } from '../model/design'
import { invariant } from '../model/invariant'
import { readPlan } from './read'

/**
 * A design from plan text in the code, for tests and pages: sketch`client -request-> online-inference`.
 * Backslashes stay as they are written, so that JSON escapes work. Throws with the problems of a plan that has some.
 */
export function sketch(text: TemplateStringsArray, ...values: readonly (string | number)[]): Design {
  return designOf(String.raw(text, ...values))
}

/** The design of a plan text that is known to be right, such as an example of a rule. Throws with its problems if not. */
export function designOf(plan: string): Design {
  const read = readPlan(plan)
  invariant(read.ok, read.ok ? '' : read.problems.map(sentence).join('\n'))
  return read.value
}

function sentence({
  path,
  message,
  hint,
}: {
  readonly path: string
  readonly message: string
  readonly hint?: string
}) {
  return `${path}: ${message}${hint ? ` ${hint}` : ''}`
}
