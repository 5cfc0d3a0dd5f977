import type { Design, Json } from '../model/design'
import { PROBLEM_LIMIT, type Problem, type Result } from '../model/problem'
import { buildDesign } from './build'
import { type Flaw, placedFaults, placedFlaws } from './flaw'
import { foreignJson, foreignText } from './foreign'
import { graphFlaws } from './graph-flaws'
import { MAX_FILE_BYTES } from './limits'
import { migrate, type Raw, SCHEMA } from './migrations'
import { scan } from './scan'
import type { RawDesign } from './schema'
import { expected } from './sentences'
import { shapeFlaws } from './shape-flaws'

export { MAX_FILE_BYTES } from './limits'
export { SCHEMA } from './migrations'

/** A design, or why the text is none. `newerThan`: the schema that we read, when the file was saved by a newer version. */
export type Opened = Result<Design> & { readonly newerThan?: number }

/**
 * Reads the text of a design file, whoever wrote it. The only way in: what it returns is whole, with every id known, every
 * number finite and no ring of groups. At most 50 problems, each with its line or about the file as a whole; never throws.
 */
export function readDesign(text: string): Opened {
  // Characters are never fewer than the bytes that hold them: what reads files checks the bytes before it reads.
  if (text.length > MAX_FILE_BYTES) return refuse(tooLarge(text.length))
  const json = text.startsWith('\ufeff') ? text.slice(1) : text
  const foreign = foreignText(json)
  if (foreign) return refuse(foreign)
  const faults = scan(json)
  if (faults.length > 0) return { ok: false, problems: placedFaults(json, faults) }
  const raw = JSON.parse(json) as Json
  const other = foreignJson(raw)
  return other ? refuse(other) : readRaw(json, raw as Raw)
}

function readRaw(text: string, raw: Raw): Opened {
  const { schema } = raw
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1) return withLines(text, [noSchema(schema)])
  if (schema > SCHEMA) return { ...withLines(text, [newer(schema)]), newerThan: SCHEMA }
  const migrated = migrate(raw, schema)
  const flaws = first(shapeFlaws(migrated))
  if (flaws.length > 0) return withLines(text, flaws)
  const design = buildDesign(migrated as RawDesign)
  const loose = first(graphFlaws(design))
  return loose.length > 0 ? withLines(text, loose) : { ok: true, value: design }
}

function first(flaws: Iterable<Flaw>): Flaw[] {
  const some: Flaw[] = []
  for (const flaw of flaws) if (some.push(flaw) === PROBLEM_LIMIT) break
  return some
}

function withLines(text: string, flaws: readonly Flaw[]): Opened {
  return { ok: false, problems: placedFlaws(text, flaws) }
}

function refuse(problem: Problem): Opened {
  return { ok: false, problems: [problem] }
}

function noSchema(schema: Json | undefined): Flaw {
  const hint = `Designs of this version have "schema": ${SCHEMA}.`
  if (schema === undefined)
    return { path: ['schema'], message: 'this file does not say which schema it follows.', hint }
  return { path: ['schema'], ...expected('the number of a schema', schema, hint) }
}

function newer(schema: number): Flaw {
  return {
    path: ['schema'],
    message: `this design has schema ${schema}, this version of Groundplan reads up to schema ${SCHEMA}.`,
    hint: 'Open it with a newer version; the file stays as it is.',
  }
}

function tooLarge(length: number): Problem {
  const mb = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
  return {
    path: '',
    message: `This file is too large: ${mb(length)} MB, the limit is ${mb(MAX_FILE_BYTES)} MB.`,
    hint: 'Divide the design into several files.',
  }
}
