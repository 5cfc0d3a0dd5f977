import type { Design, Id, Json, Row, Table } from '../model/design'
import { type Change, type Edit, fieldOf, invert } from '../model/edit'
import { isSame } from '../model/same'
import { type CarriedOut, carryOut } from './carry-out'

/** One press of Undo or Redo: the edit that takes something back. */
export interface Step {
  readonly inverse: Edit
  /** What the person's edit left where each change of `inverse` goes: what others wrote there since is theirs. */
  readonly left: readonly unknown[]
  /** The revision of the last edit in it. */
  readonly revision: number
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

export interface RememberOptions {
  readonly merge?: string | undefined
  readonly limit?: number
}

/**
 * The history after the person's own edit. `before` is the design that it was carried out on, `done` holds its repairs.
 * An edit with the merge key of the newest step joins it; any edit empties Redo.
 */
export function remember(
  history: History,
  before: Design,
  done: CarriedOut,
  revision: number,
  { merge, limit = HISTORY_LIMIT }: RememberOptions = {},
): History {
  const inverse = invert(before, done.edit)
  const newest = history.undo.at(-1)
  if (merge !== undefined && newest?.merge === merge && history.redo.length === 0) {
    const joined = { ...stepOf(join(inverse, newest.inverse), done.design, revision), merge }
    return { undo: [...history.undo.slice(0, -1), joined], redo: [] }
  }
  const step = stepOf(inverse, done.design, revision)
  return { undo: [...history.undo, merge === undefined ? step : { ...step, merge }].slice(-limit), redo: [] }
}

/**
 * Takes the newest step back on top of whatever others did since. Where another tab wrote over what the person did, the
 * other's work stays. Steps that would change nothing any more are passed over. Returns the history after it and what
 * was carried out, null when nothing is left to take back.
 */
export function undo(history: History, design: Design, revision: number): Travelled {
  const { rest, opposite, done } = replay(history.undo, design, revision)
  return { history: { undo: sealed(rest), redo: opposite ? [...history.redo, opposite] : history.redo }, done }
}

/** Does again what the newest Undo took back; otherwise like `undo`. */
export function redo(history: History, design: Design, revision: number): Travelled {
  const { rest, opposite, done } = replay(history.redo, design, revision)
  return { history: { undo: opposite ? [...history.undo, opposite] : history.undo, redo: rest }, done }
}

export interface Travelled {
  readonly history: History
  readonly done: CarriedOut | null
}

/** Another tab's edit that came to stand before the newest edits of this one. */
export interface Slipped {
  readonly edit: Edit
  /** The design with it, without the edits of this tab that follow it. */
  readonly beneath: Design
  /** The revision of the first of those. */
  readonly revision: number
}

/** The history when another's edit slipped under the own newest ones: to take these back is to show the other's work. */
export function slipUnder(history: History, { edit, beneath, revision }: Slipped): History {
  const theirs = new Set(edit.changes.map(({ table, id }) => `${table} ${id}`))
  const seen = new Set<string>()
  const undo = history.undo.map(step => {
    if (step.revision < revision || !step.inverse.changes.some(change => theirs.has(recordOf(change)))) return step
    // What a step changed twice is taken back last where it was changed first.
    const changes = [...step.inverse.changes].reverse().map(change => {
      if (!theirs.has(recordOf(change)) || seen.has(targetOf(change))) return change
      seen.add(targetOf(change))
      return restoring(beneath, change)
    })
    return { ...step, inverse: { ...step.inverse, changes: changes.reverse() } }
  })
  return { ...history, undo }
}

interface Replayed {
  readonly rest: readonly Step[]
  readonly opposite: Step | null
  readonly done: CarriedOut | null
}

function replay(steps: readonly Step[], design: Design, revision: number): Replayed {
  for (let last = steps.length - 1; last >= 0; last--) {
    const done = carryOut(design, ownPart(steps[last] as Step, design))
    if (done)
      return { rest: steps.slice(0, last), opposite: stepOf(invert(design, done.edit), done.design, revision), done }
  }
  return { rest: [], opposite: null, done: null }
}

/** A step without what others wrote over. A record that the person made goes with all that others did to it. */
function ownPart({ inverse, left }: Step, design: Design): Edit {
  const changes = inverse.changes.filter((change, i) => change.op === 'cut' || isSame(valueAt(design, change), left[i]))
  return { ...inverse, changes }
}

function stepOf(inverse: Edit, after: Design, revision: number): Step {
  return { inverse, left: inverse.changes.map(change => valueAt(after, change)), revision }
}

/** After an Undo the step below is closed: what is typed next is a step of its own. */
function sealed(steps: readonly Step[]): readonly Step[] {
  const newest = steps.at(-1)
  if (newest?.merge === undefined) return steps
  const { merge: _, ...step } = newest
  return [...steps.slice(0, -1), step]
}

/** The inverse of two edits: the later one is taken back first. Typing into one field needs only what stood there first. */
function join(later: Edit, earlier: Edit): Edit {
  const field = fieldOfTyping(later)
  if (field !== null && field === fieldOfTyping(earlier)) return { ...earlier, label: later.label }
  return { label: later.label, changes: [...later.changes, ...earlier.changes] }
}

function fieldOfTyping({ changes }: Edit): string | null {
  const [change, ...more]: readonly Change[] = changes
  return change?.op === 'set' && more.length === 0 ? targetOf(change) : null
}

/** What a change writes to: one field, or a whole record. */
function targetOf(change: Change): string {
  return change.op === 'set' ? `${recordOf(change)} ${change.path}` : recordOf(change)
}

function recordOf({ table, id }: Change): string {
  return `${table} ${id}`
}

/** What stands where a change writes; undefined where nothing does. */
function valueAt(design: Design, change: Change): Row | Json | undefined {
  const record = rowAt(design, change.table, change.id)
  return change.op === 'set' && record ? fieldOf(record, change.path) : record
}

/** The change that puts back what a design holds, in place of an older one to the same target. */
function restoring(design: Design, change: Change): Change {
  const { table, id } = change
  const record = rowAt(design, table, id)
  if (change.op !== 'set') return record ? { op: 'put', table, id, record } : { op: 'cut', table, id }
  const to = record && fieldOf(record, change.path)
  return { op: 'set', table, id, path: change.path, ...(to === undefined ? {} : { to }) }
}

function rowAt(design: Design, table: Table, id: Id): Row | undefined {
  const rows = design[table] as Record<Id, Row>
  return Object.hasOwn(rows, id) ? rows[id] : undefined
}
