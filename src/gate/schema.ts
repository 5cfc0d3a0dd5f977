import * as z from 'zod/mini'
import { ID } from '../model/ids'
import { MAX_COORDINATE, MAX_LABEL } from './limits'

// Compiled validators need `new Function`, which our Content-Security-Policy refuses and reports.
z.config({ jitless: true })

const coordinate = z.number().check(z.gte(-MAX_COORDINATE), z.lte(MAX_COORDINATE))
const length = z.number().check(z.gte(0), z.lte(MAX_COORDINATE))
export const textSchema = z.string()
const label = z.string().check(z.maxLength(MAX_LABEL))
const word = z.string().check(z.minLength(1), z.maxLength(200))
const id = z.string().check(z.regex(ID))

const point = z.strictObject({ x: coordinate, y: coordinate })
const size = z.strictObject({ width: length, height: length })

/** What a property or an answer of the brief may be; `src/kinds` says more about those it knows. */
export const propSchema = z.union([textSchema, z.number(), z.boolean(), z.array(textSchema)])
const props = z.record(textSchema, propSchema)

const about = z.looseObject({
  title: z.optional(label),
  summary: z.optional(textSchema),
  author: z.optional(textSchema),
})
const brief = z.looseObject({ notes: z.optional(z.record(textSchema, textSchema)) })

const group = z.looseObject({
  label,
  at: z.optional(point),
  size: z.optional(size),
  group: z.optional(id),
  collapsed: z.optional(z.boolean()),
  locked: z.optional(z.boolean()),
  order: z.optional(textSchema),
})

const block = z.looseObject({
  kind: word,
  label,
  at: z.optional(point),
  size: z.optional(size),
  group: z.optional(id),
  props: z.optional(props),
  notes: z.optional(textSchema),
  locked: z.optional(z.boolean()),
  order: z.optional(textSchema),
})

const flow = z.looseObject({
  kind: word,
  source: id,
  target: id,
  label: z.optional(label),
  props: z.optional(props),
  bends: z.optional(z.array(point)),
})

const waiver = z.looseObject({ rule: word, at: z.array(id), reason: textSchema })

/** The shape of a record, by table; fields that are not named here are another tool's and may hold anything. */
export const recordSchemas = {
  about,
  brief,
  groups: group,
  blocks: block,
  flows: flow,
  waivers: waiver,
} as const

/** The shape of a design file of schema 1. What belongs together is checked after it. */
export const designSchema = z.looseObject({
  $schema: z.optional(textSchema),
  schema: z.literal(1),
  about: z.optional(z.strictObject({ design: z.optional(about) })),
  brief: z.optional(z.strictObject({ design: z.optional(brief) })),
  groups: z.optional(z.record(id, group)),
  blocks: z.optional(z.record(id, block)),
  flows: z.optional(z.record(id, flow)),
  waivers: z.optional(z.record(id, waiver)),
})

export type RawDesign = z.infer<typeof designSchema>
