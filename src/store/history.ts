import type { Design } from '../model/design'
import { type Change, type Edit, invert } from '../model/edit'
import { type CarriedOut, carryOut } from './carry-out'

/** One press of Undo or Redo: the edit that takes something back. */
export interface Step {
  readonly inverse: Edit
  /** Edits with the same key, one after the other, are one step: a burst of typing, a gesture. */
  readonly merge?: string
}

/** What the person at this tab did, newest last. Nobody else's edits are in it. */
export interface History {
  readonly undo: readonly Step[]
  readonly redo: readonly Step[]
}

export const EMPTY_HISTORY: History = { undo: [], redo: [] }

/** Steps kept for Undo; the oldest goes first. */
export const HISTORY_LIMIT = 500

/**
 * The history after the person's own edit. `before` is the design that the edit was carried out on, `edit` holds its
 * repairs. An edit with the merge key of the newest step joins it; any edit empties Redo.
 */
export function remember(history: History, before: Design, edit: Edit, merge?: string, limit = HISTORY_LIMIT): History {
  const inverse = invert(before, edit)
  const newest = history.undo.at(-1)
  if (merge !== undefined && newest?.merge === merge && history.redo.length === 0)
    return { undo: [...history.undo.slice(0, -1), { inverse: join(inverse, newest.inverse), merge }], redo: [] }
  const step: Step = merge === undefined ? { inverse } : { inverse, merge }
  return { undo: [...history.undo, step].slice(-limit), redo: [] }
}

/**
 * Takes the newest step back on top of whatever others did since. Steps that would change nothing any more are passed
 * over. Returns the history after it and what was carried out, null when nothing is left to take back.
 */
export function undo(history: History, design: Design): { history: History; done: CarriedOut | null } {
  const { rest, opposite, done } = replay(history.undo, design)
  return { history: { undo: sealed(rest), redo: opposite ? [...history.redo, opposite] : history.redo }, done }
}

/** Does again what the newest Undo took back; otherwise like `undo`. */
export function redo(history: History, design: Design): { history: History; done: CarriedOut | null } {
  const { rest, opposite, done } = replay(history.redo, design)
  return { history: { undo: opposite ? [...history.undo, opposite] : history.undo, redo: rest }, done }
}

interface Replayed {
  readonly rest: readonly Step[]
  readonly opposite: Step | null
  readonly done: CarriedOut | null
}

function replay(steps: readonly Step[], design: Design): Replayed {
  for (let last = steps.length - 1; last >= 0; last--) {
    const done = carryOut(design, (steps[last] as Step).inverse)
    if (done) return { rest: steps.slice(0, last), opposite: { inverse: invert(design, done.edit) }, done }
  }
  return { rest: [], opposite: null, done: null }
}

/** After an Undo the step below is closed: what is typed next is a step of its own. */
function sealed(steps: readonly Step[]): readonly Step[] {
  const newest = steps.at(-1)
  return newest?.merge === undefined ? steps : [...steps.slice(0, -1), { inverse: newest.inverse }]
}

/** The inverse of two edits: the later one is taken back first. Typing into one field needs only what stood there first. */
function join(later: Edit, earlier: Edit): Edit {
  if (targetOf(later) !== null && targetOf(later) === targetOf(earlier)) return { ...earlier, label: later.label }
  return { label: later.label, changes: [...later.changes, ...earlier.changes] }
}

function targetOf({ changes }: Edit): string | null {
  const [change, ...more]: readonly Change[] = changes
  return change?.op === 'set' && more.length === 0 ? `${change.table} ${change.id} ${change.path}` : null
}
