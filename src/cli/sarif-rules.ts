import { STEP_NAMES } from '../kinds/steps'
import type { Rule, Severity } from '../rules/rule'
import { type Entry, markdownOf, sectionsOf } from './book'

/** SARIF's word for a severity. */
export const SARIF_LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>

/** The rule that stands for a file which cannot be read. */
export const UNREADABLE: Entry = {
  id: 'file-unreadable',
  step: 'diagram',
  sort: 'correctness',
  severity: 'error',
  summary: 'Every file that is named for linting opens as a design.',
  why: 'A design that does not open is judged by no rule, so a run that is green without it says nothing.',
  cure: 'Mend the file where the message points, or leave it out of the call.',
  tradeoff: '',
  silent: [],
  source: [],
  good: [],
  bad: [],
}

/** A rule as SARIF describes it, in the part of it that GitHub shows. */
export interface SarifRule {
  readonly id: string
}

/** GitHub cuts a description here. Source: “SARIF support for code scanning”, GitHub Docs. */
const LONGEST = 1024

/** What code scanning shows of each rule: its help holds the whole page, as there is no address that leads to it. */
export function descriptorsOf(rules: readonly Rule[]): SarifRule[] {
  return [...rules, UNREADABLE].map(descriptor)
}

function descriptor(rule: Entry) {
  const { id, step, sort, severity, summary, why } = rule
  return {
    id,
    name: id,
    shortDescription: { text: cut(summary) },
    fullDescription: { text: cut(why === '' ? summary : why) },
    help: { text: helpText(rule), markdown: `${summary}\n\n${markdownOf(rule, '##')}` },
    defaultConfiguration: { level: SARIF_LEVELS[severity] },
    properties: {
      tags: ['ml-system-design', step === 'diagram' ? 'Diagram' : STEP_NAMES[step], sort],
      'problem.severity': severity === 'info' ? 'recommendation' : severity,
    },
  }
}

function helpText(rule: Entry): string {
  const sections = sectionsOf(rule).map(({ title, texts, isList }) => {
    const lines = texts.map(text => (isList ? `- ${text}` : text))
    return `${title}\n${lines.join('\n')}`
  })
  return [rule.summary, ...sections].join('\n\n')
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}
