import { SCHEMA } from '../gate'
import type { Design, Id, Json } from '../model/design'
import type { Edit } from '../model/edit'

/** The format of designs and edits that this version reads and writes. A stored number above it is left alone. */
export const STORED_SCHEMA: number = SCHEMA

/** A line in the list of documents. Times are milliseconds since 1970 by this device's clock: shown, never compared for truth. */
export interface DocumentRow {
  readonly id: Id
  readonly title: string
  readonly createdAt: number
  readonly updatedAt: number
  /** How many blocks the design has. */
  readonly blocks: number
  /** What the list shows beside it, such as the coverage; the store does not read it. */
  readonly summary?: Json
  /** When it was put in the bin; absent while it stands in the list. */
  readonly removedAt?: number
  /** The case study that it began as a copy of, by the name of its file; absent for every other design. */
  readonly caseId?: string
}

/** The design up to and with the journal record `seq`, as the text of a design file. */
export interface SnapshotRow {
  readonly doc: Id
  readonly schema: number
  /** A name for the run of `seq`: a new one when the document had to be stored again from the memory of a tab. */
  readonly life: string
  readonly seq: number
  readonly text: string
  /** Ids of the newest records inside the text, so that a tail that comes late is not applied twice. */
  readonly ids: readonly string[]
  readonly at: number
}

/** One committed edit. `seq`, given by the database inside the transaction, is the order of all tabs' edits. */
export interface JournalRecord {
  readonly id: string
  readonly doc: Id
  readonly tab: string
  readonly at: number
  readonly schema: number
  readonly edit: Edit
}

export interface StoredRecord extends JournalRecord {
  readonly seq: number
}

/** A state of the design that is kept: every ten minutes of work, and before large changes. */
export interface VersionRow {
  readonly id: number
  readonly doc: Id
  readonly at: number
  /** "Autosave", "Before Tidy". */
  readonly reason: string
  readonly schema: number
  readonly text: string
}

/** Something stored that could not be read: kept as it was, beside what could. */
export interface QuarantineRow {
  readonly id: number
  readonly doc: Id
  readonly at: number
  readonly problem: string
  readonly content: unknown
}

/** How a design's line in the list follows from it. */
export function rowOf(
  design: Design,
  { id, createdAt, summary, caseId }: Pick<DocumentRow, 'id' | 'createdAt' | 'summary' | 'caseId'>,
  at: number,
): DocumentRow {
  const { title } = design.about.design
  const blocks = Object.keys(design.blocks).length
  const kept = { ...(summary === undefined ? {} : { summary }), ...(caseId === undefined ? {} : { caseId }) }
  return { id, title, createdAt, updatedAt: at, blocks, ...kept }
}

/** A stored line of the list, or null when it is none: what the browser gives back is read with care, too. */
export function readRow(value: unknown): DocumentRow | null {
  if (typeof value !== 'object' || value === null) return null
  const { id, title, createdAt, updatedAt, blocks } = value as Partial<DocumentRow>
  const isWhole = typeof id === 'string' && typeof title === 'string' && [createdAt, updatedAt, blocks].every(isNumber)
  return isWhole ? (value as DocumentRow) : null
}

/** A stored snapshot, or null when it is none. */
export function readSnapshot(value: unknown): SnapshotRow | null {
  if (typeof value !== 'object' || value === null) return null
  const { schema, life, seq, text, ids } = value as Partial<SnapshotRow>
  const isNamed = typeof life === 'string' && typeof text === 'string'
  const isWhole = isNamed && isNumber(schema) && isNumber(seq) && Array.isArray(ids)
  return isWhole ? (value as SnapshotRow) : null
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}
