import type { Json } from '../model/design'

/** The schema that this version writes. */
export const SCHEMA = 1

export type Raw = Readonly<Record<string, Json>>

/** One step of the file format: what a file of the schema before `to` becomes. */
export interface Migration {
  /** The schema that the step ends in. */
  readonly to: number
  /** What changed, in a few words: "Flows name their kind". */
  readonly name: string
  readonly up: (raw: Raw) => Raw
}

/** Every step since schema 1, in order. A new one comes with `SCHEMA`, and with frozen files of the schema that it ends. */
const MIGRATIONS: readonly Migration[] = []

/** Brings raw JSON of an older schema up to the newest, one step after the other. */
export function migrate(raw: Raw, from: number, steps: readonly Migration[] = MIGRATIONS): Raw {
  let now = raw
  for (const step of steps) if (step.to > from) now = { ...step.up(now), schema: step.to }
  return now
}
