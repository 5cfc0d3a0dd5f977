import { formatNumber } from '../kinds/figures'
import type { Id } from '../model/design'

/** Where an input is set: a property of a block or flow, or an answer of the brief. */
export type Place =
  | { readonly block: Id; readonly key: string }
  | { readonly flow: Id; readonly key: string }
  | { readonly brief: string }

/** One number that a figure was computed from, as people read it and where they set it. */
export interface Term {
  readonly label: string
  readonly value: number
  readonly unit?: string
  /** Absent: a constant, or a figure of its own. */
  readonly at?: Place
  /** Nobody set it; this is the default that the figure was computed with. */
  readonly isAssumed?: true
}

/** A computed quantity with what it was computed from. */
export interface Figure {
  readonly value: number
  readonly unit: string
  readonly terms: readonly Term[]
  /** The arithmetic as one line of text: "45k/s × 0.5 × 2 calls = 45k/s". */
  readonly formula: string
}

/** What has to be filled in before the quantity can be worked out; empty when filling in helps nothing. */
export interface Missing {
  readonly missing: readonly Place[]
}

/** Something needed beside the room there is for it, both in the same unit. */
export interface Fit {
  readonly need: Figure
  readonly room: Figure
}

/** Whether a question could not be answered for want of inputs. */
export function isMissing(answer: object): answer is Missing {
  return 'missing' in answer
}

/** A figure whose formula is this arithmetic followed by the result; a lone number stands for itself. */
export function figureOf(value: number, unit: string, terms: readonly Term[], arithmetic: string): Figure {
  const result = formatNumber(value, unit)
  return { value, unit, terms, formula: arithmetic === result ? result : `${arithmetic} = ${result}` }
}

/** Terms as factors: "3 replicas × 200 requests/s". A 1 that nobody set is left out. */
export function factors(...terms: readonly Term[]): string {
  const told = terms.filter(term => !(term.isAssumed && term.value === 1))
  return told.map(term => formatNumber(term.value, term.unit)).join(' × ')
}

/** Whether a value is above a limit; equal is not, and neither is what rounding of the arithmetic alone adds. */
export function exceeds(value: number, limit: number): boolean {
  return value > limit * (1 + 1e-9)
}
