import type { Choice } from './choice'
import { DATA_CHOICES } from './data'
import { EVALUATE_CHOICES } from './evaluate'
import { MODEL_CHOICES } from './model'
import { SERVE_CHOICES } from './serve'

export type { Choice } from './choice'

/** Every decision that a property embodies, with what its options gain and cost. */
export const CHOICES: readonly Choice[] = [...DATA_CHOICES, ...MODEL_CHOICES, ...EVALUATE_CHOICES, ...SERVE_CHOICES]

/** The decision behind a property of a kind of block, or behind an answer of the brief (`kind` absent), if there is one. */
export function choiceOf(key: string, kind?: string): Choice | undefined {
  return CHOICES.find(
    choice => choice.key === key && (kind === undefined ? choice.kinds.length === 0 : choice.kinds.includes(kind)),
  )
}
