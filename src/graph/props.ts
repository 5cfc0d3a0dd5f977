/** The properties of a block or flow, or the answers of the brief. */
type Values = Readonly<Record<string, unknown>> | undefined

/** The number under a key; undefined when it is not set or not a number (`modelParams=external`). */
export function numberOf(values: Values, key: string): number | undefined {
  const value = own(values, key)
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** Whether a yes/no is set to yes; not set is no. */
export function isTrue(values: Values, key: string): boolean {
  return own(values, key) === true
}

/** The word or text under a key, trimmed; undefined when it is not set or blank. */
export function wordOf(values: Values, key: string): string | undefined {
  const value = own(values, key)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** The words of a list under a key, trimmed and without blanks; empty when it is not set. */
export function listOf(values: Values, key: string): readonly string[] {
  const value = own(values, key)
  if (!Array.isArray(value)) return []
  return value.flatMap(each => (typeof each === 'string' && each.trim() !== '' ? [each.trim()] : []))
}

function own(values: Values, key: string): unknown {
  return values !== undefined && Object.hasOwn(values, key) ? values[key] : undefined
}
