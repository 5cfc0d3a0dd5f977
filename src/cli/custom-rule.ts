import type { Graph } from '../graph/graph'
import { lookUp, STEPS, TABLES } from '../model/design'
import type { Problem } from '../model/problem'
import { isWord } from '../plan/words'
import { type Gap, type Rule, SEVERITIES, type Source } from '../rules/rule'
import { anyOf, isOneOf } from './settings'

/** A rule as a person's module gives it: what it may leave out has a default. */
export type RawRule = Pick<Rule, 'id' | 'step' | 'severity' | 'summary' | 'check'> & Partial<Rule>

const PLACES = [...STEPS, 'diagram'] as const
const SORTS = ['coverage', 'correctness'] as const
const TEXTS = ['why', 'cure', 'tradeoff'] as const
const LISTS = ['silent', 'good', 'bad'] as const

/** What keeps a value of a person's module from being a rule, in sentences that name it; `index` counts from 0. */
export function problemsOf(raw: unknown, index: number): Problem[] {
  if (typeof raw !== 'object' || raw === null) return [{ path: `rule ${index + 1}`, message: 'this is no object.' }]
  const rule = raw as Readonly<Record<string, unknown>>
  const isNamed = typeof rule.id === 'string' && isWord(rule.id)
  const path = isNamed ? `rule “${rule.id}”` : `rule ${index + 1}`
  const problems: Problem[] = []
  const expect = (isRight: boolean, message: string) => isRight || problems.push({ path, message })
  expect(isNamed, '“id” is a word of letters, digits and “-”, such as acme-owner-missing.')
  expect(isOneOf(PLACES, rule.step), `“step” is ${anyOf(PLACES)}.`)
  expect(isOneOf(SEVERITIES, rule.severity), `“severity” is ${anyOf(SEVERITIES)}.`)
  expect(rule.sort === undefined || isOneOf(SORTS, rule.sort), `“sort” is ${anyOf(SORTS)}.`)
  expect(isText(rule.summary), '“summary” is missing: a sentence that says what a good design has.')
  expect(typeof rule.check === 'function', '“check” is missing: a function that is handed a graph and gives findings.')
  expect(rule.applies === undefined || typeof rule.applies === 'function', '“applies” is a function.')
  for (const key of TEXTS) expect(rule[key] === undefined || isText(rule[key]), `“${key}” is a sentence.`)
  for (const key of LISTS)
    expect(rule[key] === undefined || isListOf(rule[key], isText), `“${key}” is a list of texts.`)
  expect(
    rule.source === undefined || isListOf(rule.source, isSource),
    '“source” is a list of { title, item, url }; title is a text, and an url starts with https://.',
  )
  return problems
}

/** The rule with its defaults. What it finds is checked, so that a slip in it becomes one finding that names it. */
export function guarded(raw: RawRule): Rule {
  return {
    sort: 'correctness',
    why: '',
    cure: '',
    tradeoff: '',
    silent: [],
    source: [],
    good: [],
    bad: [],
    ...raw,
    applies: graph => (raw.applies ? Boolean(raw.applies(graph)) : true),
    *check(graph) {
      const gaps: unknown = raw.check(graph)
      if (!isIterable(gaps)) throw new Error('“check” gives a list of findings, or yields them.')
      for (const gap of gaps) {
        const problem = problemOfGap(gap, graph)
        if (problem) throw new Error(problem)
        yield gap as Gap
      }
    },
  }
}

function problemOfGap(gap: unknown, graph: Graph): string | null {
  if (typeof gap !== 'object' || gap === null) return 'a finding is an object with “at” and “message”.'
  const { at, message, severity, field, fixes } = gap as Readonly<Record<string, unknown>>
  if (!isText(message)) return 'a finding has no “message”.'
  if (!isIds(at)) return '“at” of a finding is a list of ids, empty for the brief.'
  const unknown = at.find(id => !lookUp(graph.design.blocks, id) && !lookUp(graph.design.flows, id))
  if (unknown !== undefined) return `a finding is at “${unknown}”, which the design does not have.`
  if (severity !== undefined && !isOneOf(SEVERITIES, severity)) return `a severity is ${anyOf(SEVERITIES)}.`
  if (field !== undefined && !isText(field)) return '“field” of a finding is the key of a property.'
  return fixes === undefined || isListOf(fixes, isFix)
    ? null
    : 'a fix is made with draftFix, or is { title, field, examples }.'
}

function isFix(fix: unknown): boolean {
  if (fix === null) return true
  const { title, edit, field, examples } = (fix ?? {}) as Readonly<Record<string, unknown>>
  if (!isText(title)) return false
  if (edit === undefined) return isText(field) && Array.isArray(examples)
  const { changes } = (edit ?? {}) as { readonly changes?: unknown }
  return isListOf(changes, change => {
    const { op, table, id } = (change ?? {}) as Readonly<Record<string, unknown>>
    return isOneOf(['put', 'set', 'cut'], op) && isOneOf(TABLES, table) && isText(id)
  })
}

function isSource(source: unknown): source is Source {
  const { title, item, url } = (source ?? {}) as Readonly<Record<string, unknown>>
  return isText(title) && (item === undefined || isText(item)) && (url === undefined || /^https:\/\//.test(String(url)))
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

function isIds(value: unknown): value is readonly string[] {
  return isListOf(value, id => typeof id === 'string')
}

function isListOf(value: unknown, isRight: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isRight)
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}
