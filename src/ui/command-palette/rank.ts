import { fold, wordsOf } from '../find/fold'
import { lastUsed as say } from '../messages/en'
import { type Entry, FIXES, type Section } from './entry'

/** Lines shown under one heading: more are found by typing, not by reading. */
const SECTION_LIMIT = 50

/** Fixes shown while nothing is typed: the gravest, so that the commands below are in reach. */
const FIX_LIMIT = 5

/** Lines under “Last used”, which stand on top while nothing is typed. */
const LAST_LIMIT = 5

/** What a word of the query is worth where it is found; the name counts for more than other words of the entry. */
const STARTS_NAME = 10
const STARTS_WORD = 8
const INSIDE = 5
const LETTERS = 3
const SLIP = 2
const IN_OTHERS = 2.5

/** Letters from which the beginning of a word beyond the name will do: with fewer it would find nearly everything. */
const OTHER_LENGTH = 3

/** What having been run lately adds: less than any difference of kind between two matches. */
const LATELY = 0.9

/**
 * Entries that match every word of the query, best first, under their headings; the heading with the best entry comes
 * first. Of entries that match alike, the one run last (`lastRun`, newest first) leads. Accents and case do not count,
 * the first letters of words do (“tl” finds Tidy layout), and a slip of one letter is forgiven. Without a query all
 * entries come in their order, led by those last used.
 */
export function rank(entries: readonly Entry[], query: string, lastRun: readonly string[]): Section[] {
  const words = wordsOf(query)
  if (words.length === 0) return withLastUsed(entries, lastRun)
  const scored = entries.flatMap(entry => {
    const score = scoreOf(entry, words)
    return score === 0 ? [] : [{ entry, score: score + lately(entry.id, lastRun) }]
  })
  scored.sort((a, b) => b.score - a.score)
  return sectionsOf(scored.map(one => one.entry))
}

function withLastUsed(entries: readonly Entry[], lastRun: readonly string[]): Section[] {
  const byId = new Map(entries.map(entry => [entry.id, entry]))
  const last = lastRun.flatMap(id => byId.get(id) ?? []).slice(0, LAST_LIMIT)
  const rest = sectionsOf(entries.filter(entry => !last.includes(entry))).map(section =>
    section.name === FIXES ? { ...section, entries: section.entries.slice(0, FIX_LIMIT) } : section,
  )
  return last.length === 0 ? rest : [{ name: say.heading, entries: last }, ...rest]
}

/** Entries by heading, both in the order of the list. */
function sectionsOf(entries: readonly Entry[]): Section[] {
  const byName = new Map<string, Entry[]>()
  for (const entry of entries) {
    const section = byName.get(entry.section) ?? []
    byName.set(entry.section, section)
    if (section.length < SECTION_LIMIT) section.push(entry)
  }
  return [...byName].map(([name, list]) => ({ name, entries: list }))
}

function lately(id: string, lastRun: readonly string[]): number {
  const index = lastRun.indexOf(id)
  return index < 0 ? 0 : LATELY / (1 + index)
}

/** What an entry is worth for the words, 0 when one of them is not in it. Of equals the shorter name leads. */
function scoreOf(entry: Entry, words: readonly string[]): number {
  const name = fold(entry.name)
  const others = fold([entry.words, entry.detail, entry.section].filter(Boolean).join(' '))
  let sum = 0
  for (const word of words) {
    const score = nameScore(name, word) || (isInOthers(others, word) ? IN_OTHERS : 0)
    if (score === 0) return 0
    sum += score
  }
  return sum - Math.min(name.length, 100) / 200
}

function nameScore(text: string, word: string): number {
  if (text.startsWith(word)) return STARTS_NAME
  const at = text.indexOf(word)
  if (at > 0) return startsWord(text, word) ? STARTS_WORD : INSIDE
  const parts = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  if (startsOf(parts, word)) return LETTERS
  return word.length >= 4 && parts.some(part => isOneSlip(part.slice(0, word.length + 1), word)) ? SLIP : 0
}

function isInOthers(others: string, word: string): boolean {
  return word.length < OTHER_LENGTH ? others.split(/\s+/).includes(word) : startsWord(others, word)
}

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true
  return false
}

/** Whether a word is made of the beginnings of the parts, in their order: “tl” and “tidlay” of “tidy layout”. */
function startsOf(parts: readonly string[], word: string): boolean {
  if (word === '') return true
  return parts.some((part, index) => {
    for (let length = 1; length <= word.length && part.startsWith(word.slice(0, length)); length++)
      if (startsOf(parts.slice(index + 1), word.slice(length))) return true
    return false
  })
}

/** Whether the beginning of a part becomes the word by one letter more, less, other, or by two changing places. */
function isOneSlip(part: string, word: string): boolean {
  let same = 0
  while (same < word.length && part[same] === word[same]) same += 1
  const [left, right] = [part.slice(same), word.slice(same)]
  return (
    left.slice(1).startsWith(right.slice(1)) ||
    left.slice(1).startsWith(right) ||
    left.startsWith(right.slice(1)) ||
    (left.slice(2).startsWith(right.slice(2)) && left[0] === right[1] && left[1] === right[0])
  )
}
