/** Words that start a statement of their own, so they are no ids. */
export const KEYWORDS: ReadonlySet<string> = new Set(['title', 'brief', 'group', 'waive', 'note'])

const KEY = /^[A-Za-z][A-Za-z0-9_-]*(?:\.[A-Za-z][A-Za-z0-9_-]*)*$/
const WORD = /^[A-Za-z][A-Za-z0-9_-]*$/
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** Whether a text may stand before the `=` of a pair. */
export function isKey(text: string): boolean {
  return KEY.test(text)
}

/** Whether a text may name a kind, a kind of flow or a rule. */
export function isWord(text: string): boolean {
  return WORD.test(text)
}

/** The finite number that a text is in JSON, or null. */
export function jsonNumber(text: string): number | null {
  // Plus zero, so that "-0" is 0.
  const value = NUMBER.test(text) ? Number(text) + 0 : Number.NaN
  return Number.isFinite(value) ? value : null
}

/** A word as a problem shows it: cut where it is too long for a sentence. */
export function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
