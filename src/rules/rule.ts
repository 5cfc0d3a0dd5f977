import type { Graph } from '../graph/graph'
import type { Id, Json, Step } from '../model/design'
import type { Edit } from '../model/edit'

/** Error: it cannot work as drawn. Warning: it will hurt in production. Info: worth an answer in a review. */
export const SEVERITIES = ['error', 'warning', 'info'] as const
export type Severity = (typeof SEVERITIES)[number]

/** What cures a finding. The title follows “Fix: ” and says what is inserted: “add A/B test”. */
export type Fix = EditFix | FieldFix

/** A change to the drawing. New blocks have no place yet: `place` gives them free ground. */
export interface EditFix {
  readonly title: string
  readonly edit: Edit
}

/** A sentence or figure that only the person has: the field to focus and what to suggest there. */
export interface FieldFix {
  readonly title: string
  readonly field: string
  readonly examples: readonly Json[]
}

/** What a rule has to say about one place of one design. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  /** The blocks it speaks of; empty for the brief and for the design as a whole. */
  readonly at: readonly Id[]
  /** The property of the block in `at`, or without one the answer of the brief. */
  readonly field?: string
  readonly step: Step | 'diagram'
  /** The gap, then what it costs, in one sentence. Shown as text. */
  readonly message: string
  readonly fixes: readonly Fix[]
}

/** A finding before the engine puts the rule's name, step and severity to it. */
export interface Gap {
  readonly at: readonly Id[]
  readonly message: string
  /** Absent: the severity of the rule. */
  readonly severity?: Severity
  readonly field?: string
  /** Those of a function are worked out when someone looks at them. */
  readonly fixes?: Fixes | (() => Fixes)
}

/** What could cure a gap, likeliest first. Null: a fix that this design does not allow; it is not offered. */
export type Fixes = readonly (Fix | null)[]

/** Where a rule comes from. A house rule has no address. */
export interface Source {
  readonly title: string
  readonly item?: string
  readonly url?: string
}

export interface Rule {
  readonly id: string
  readonly step: Step | 'diagram'
  /** Coverage asks for what is missing, and only within the scope; correctness judges what is there, always. */
  readonly sort: 'coverage' | 'correctness'
  readonly severity: Severity
  /** What a good design has, in one sentence. */
  readonly summary: string
  /** One or two facts. */
  readonly why: string
  /** What cures a finding, in one sentence. */
  readonly cure: string
  /** The price of the cure, in time, money or accuracy. */
  readonly tradeoff: string
  /** When it says nothing although one might expect it to; each a whole sentence. */
  readonly silent: readonly string[]
  readonly source: readonly Source[]
  /** Designs in plan text that it has nothing to say about; those that show its exceptions among them. */
  readonly good: readonly string[]
  /** Designs in plan text that it flags, the plainest first. The rule's page draws the first of each. */
  readonly bad: readonly string[]
  /** Whether there is anything to judge: such a rule counts in “n of m”, met or not. */
  applies(graph: Graph): boolean
  /** What is wrong, place by place; asked only where the rule applies. */
  check(graph: Graph): Iterable<Gap>
}

/** Type check for a rule's file, nothing more. */
export function defineRule(rule: Rule): Rule {
  return rule
}

/** A key that stays the same while the finding does: for lists, selection and finding its fix again. */
export function findingKey(finding: Pick<Finding, 'rule' | 'at' | 'field'>): string {
  const place = [...finding.at].join(',')
  return finding.field === undefined ? `${finding.rule}@${place}` : `${finding.rule}@${place}#${finding.field}`
}
