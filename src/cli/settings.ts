import { nearest } from '../plan/nearest'
import type { Severity } from '../rules/rule'

/** What a rule may be set to. */
export const LEVELS = ['off', 'info', 'warning', 'error'] as const
export type Level = (typeof LEVELS)[number]

/** `review` asks for all that a design lacks; `learning` keeps quiet about what a drawing of few blocks has not got yet. */
export const PROFILES = ['learning', 'review'] as const
export type Profile = (typeof PROFILES)[number]

/** What decides which findings there are and how a run ends. Absent: as it is by default. */
export interface Settings {
  readonly profile?: Profile
  readonly rules?: Readonly<Record<string, Level>>
  readonly maxWarnings?: number
  readonly minSeverity?: Severity
}

/** Whether a value is one of these words. */
export function isOneOf<T extends string>(words: readonly T[], value: unknown): value is T {
  return (words as readonly unknown[]).includes(value)
}

/** `error, warning or info`. */
export function anyOf(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), words.at(-1)].join(' or ')
}

/** `Did you mean no-fallback?`, or nothing where no word of the list is near. */
export function didYouMean(word: string, words: Iterable<string>): string | undefined {
  const near = nearest(word, words)
  return near === null ? undefined : `Did you mean ${near}?`
}
