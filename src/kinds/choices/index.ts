import type { Choice } from './choice'
import { DATA_CHOICES } from './data'
import { EVALUATE_CHOICES } from './evaluate'
import { FRAME_CHOICES } from './frame'
import { MODEL_CHOICES } from './model'
import { MONITOR_CHOICES } from './monitor'
import { RETRIEVE_CHOICES } from './retrieve'
import { SERVE_CHOICES } from './serve'

export type { Choice } from './choice'

/** Every decision that a property embodies, with what its options gain and cost; in the order of the steps. */
export const CHOICES: readonly Choice[] = [
  ...FRAME_CHOICES,
  ...DATA_CHOICES,
  ...MODEL_CHOICES,
  ...EVALUATE_CHOICES,
  ...RETRIEVE_CHOICES,
  ...SERVE_CHOICES,
  ...MONITOR_CHOICES,
]

/** The decision behind a property of a kind of block, or behind an answer of the brief (`kind` absent), if there is one. */
export function choiceOf(key: string, kind?: string): Choice | undefined {
  return CHOICES.find(
    choice => choice.key === key && (kind === undefined ? choice.kinds.length === 0 : choice.kinds.includes(kind)),
  )
}
