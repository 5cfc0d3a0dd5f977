import { STEP_NAMES, stepNumber } from '../kinds/steps'
import { STEPS } from '../model/design'
import type { Rule } from '../rules/rule'
import { duplicateId } from './duplicate-id'

/** What the rule book says of a rule: all but how it judges. */
export type Entry = Omit<Rule, 'applies' | 'check'>

/** The steps of a book, in order: the seven of the framework, then the hygiene of the drawing. */
export const PARTS = [...STEPS, 'diagram'] as const

/** The rule book: these rules, and what is said while a file is read, each under its step. */
export function bookOf(rules: readonly Rule[]): ReadonlyMap<(typeof PARTS)[number], readonly Entry[]> {
  const entries: readonly Entry[] = [...rules, duplicateId]
  return new Map(PARTS.map(part => [part, entries.filter(({ step }) => step === part)]))
}

/** `5 Evaluate`, or `Diagram` for hygiene. */
export function partName(part: Entry['step']): string {
  return part === 'diagram' ? 'Diagram' : `${stepNumber(part)} ${STEP_NAMES[part]}`
}

/** A stretch of a rule's page: one text, or a list of them. */
export interface Section {
  readonly title: string
  readonly texts: readonly string[]
  readonly isList: boolean
}

/** What the page of a rule says in words, in order; what a rule leaves out is left out. */
export function sectionsOf({ why, cure, tradeoff, silent, source }: Entry): Section[] {
  const cited = source.map(({ title, item, url }) => `${title}${item ? `, ${item}` : ''}${url ? `: ${url}` : ''}`)
  return [
    { title: 'Why it matters', texts: [why], isList: false },
    { title: 'What cures it', texts: [cure], isList: false },
    { title: 'What that costs', texts: [tradeoff], isList: false },
    { title: 'When it keeps silent', texts: silent, isList: true },
    { title: 'Sources', texts: cited, isList: true },
  ].filter(({ texts }) => texts.some(text => text !== ''))
}

/** The sections as Markdown, in which addresses are links. */
export function markdownOf(entry: Entry, level: '##' | '###'): string {
  return sectionsOf(entry)
    .map(({ title, texts, isList }) => {
      const lines = texts.map(text => `${isList ? '- ' : ''}${escapeMarkdown(text)}`)
      return `${level} ${title}\n\n${lines.join('\n')}\n`
    })
    .join('\n')
}

/** Prose in which no sign means something to Markdown; an address stays one. */
export function escapeMarkdown(text: string): string {
  return text
    .split(/(https:\/\/\S+)/)
    .map((part, i) => (i % 2 === 1 ? `<${part}>` : part.replace(/[\\`*_<>[\]|]/g, '\\$&')))
    .join('')
}
