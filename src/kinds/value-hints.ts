import type { Field } from './kind'

/** A likely value in each unit, for hints. */
const EXAMPLES: Readonly<Record<string, string>> = {
  ms: '20',
  s: '900',
  hours: '24',
  days: '90',
  GB: '500',
  'GB/day': '30',
  bytes: '200',
  'requests/s': '1200',
  'events/s': '100 000',
  '%': '5',
  params: '48 M',
  tokens: '3000',
  'US dollars/h': '4',
  'US dollars/month': '40 000',
}

/** The unit of a number field with a likely value: "In ms, for example 20." */
export function numberHint(field: Field): string {
  if (field.max === 1) return 'A share from 0 to 1, for example 0.05.'
  const example = EXAMPLES[field.unit ?? ''] ?? '200'
  const words = field.choices ? `, or ${field.choices.join(', ')}` : ''
  return field.unit ? `In ${field.unit}, for example ${example}${words}.` : `For example ${example}${words}.`
}

/** The words that a field of one word takes; nothing where it takes any. */
export function choiceHint(field: Field): string {
  return field.choices ? `One of ${field.choices.join(', ')}.` : ''
}

/** How a list is written, by an example of its field. */
export function listHint(field: Field): string {
  const examples = (field.examples ?? ['first', 'second']).slice(0, 2)
  return `For example ${examples.join('|')}.`
}

/** The word of the list that was meant: "Two tower" is `two-tower`. */
export function sameWord(words: readonly string[] | undefined, typed: string): string | undefined {
  const plain = (word: string) => word.toLowerCase().replace(/[\s_-]+/g, '-')
  return words?.find(word => word === typed) ?? words?.find(word => plain(word) === plain(typed))
}

/** A value as sentences quote it, at most 60 characters of it. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
