import type { Field } from '../kinds/kind'
import type { Props, PropValue } from '../model/design'
import type { Name, Pair } from './cursor'
import { nearest } from './nearest'
import { type Problems, placeText } from './place'
import { typedValue } from './values'
import { shown } from './words'

/** The pairs of one record by their key. */
export type Pairs = ReadonlyMap<string, Pair>

/** Sorts pairs by key. A key given twice is a problem with both places; the first one counts. */
export function pairsByKey(pairs: readonly Pair[], problems: Problems): Pairs {
  const byKey = new Map<string, Pair>()
  for (const pair of pairs) {
    const first = byKey.get(pair.key)
    if (!first) byKey.set(pair.key, pair)
    else
      problems.add(
        pair.at,
        `“${shown(pair.key)}” is given twice, first at ${placeText(first.at)}.`,
        'Keep one of the two.',
      )
  }
  return byKey
}

/** The properties among the pairs, typed by their fields; keys of the record's own are passed over. */
export function propsOf(
  pairs: Pairs,
  own: readonly string[],
  fieldOf: (key: string) => Field | undefined,
  problems: Problems,
): Props {
  const props: Record<string, PropValue> = {}
  for (const pair of pairs.values()) {
    if (own.includes(pair.key)) continue
    const value = readPair(pair, fieldOf(pair.key), problems)
    if (value !== undefined) props[pair.key] = value
  }
  return props
}

/** The value of a pair in that field; undefined, with the problem kept, when it is of another type. */
export function readPair(pair: Pair, field: Field | undefined, problems: Problems): PropValue | undefined {
  const read = typedValue(pair.key, field, pair.atoms)
  if (read.ok) return read.value
  problems.add(pair.valueAt, read.message, read.hint)
  return undefined
}

/** The text of a record's own key. */
export function ownText(pairs: Pairs, key: string, problems: Problems): string | undefined {
  const pair = pairs.get(key)
  const value = pair && readPair(pair, { key, label: key, type: 'text' }, problems)
  return value === undefined ? undefined : String(value)
}

/** The id behind a record's own key, with its place. */
export function ownName(pairs: Pairs, key: string, problems: Problems): Name | undefined {
  const text = ownText(pairs, key, problems)
  const pair = pairs.get(key)
  return text === undefined || !pair ? undefined : { text, at: pair.valueAt }
}

/** Whether a record's own yes-no key says yes. */
export function isSet(pairs: Pairs, key: string, problems: Problems): boolean {
  const pair = pairs.get(key)
  return pair !== undefined && readPair(pair, { key, label: key, type: 'yes-no' }, problems) === true
}

/** Names the pairs that a statement without properties cannot keep. */
export function refuseOthers(pairs: Pairs, own: readonly string[], statement: string, problems: Problems): void {
  for (const { key, at } of pairs.values()) {
    if (own.includes(key)) continue
    const near = nearest(key, own)
    const hint = () => (near ? `Did you mean ${near}?` : `It takes ${own.join(', ')}.`)
    problems.add(at, `A ${statement} has no “${shown(key)}”.`, hint)
  }
}
