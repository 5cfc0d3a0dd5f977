import type { Design } from '../model/design'
import { invariant } from '../model/invariant'
import { readPlan } from './read'

/**
 * A design from plan text in the code, for rules, tests and pages: sketch`client -request-> online-inference`.
 * Backslashes stay as they are written, so that JSON escapes work. Throws with the problems of a plan that has some.
 */
export function sketch(text: TemplateStringsArray, ...values: readonly (string | number)[]): Design {
  const plan = String.raw(text, ...values)
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
