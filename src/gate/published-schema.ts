import * as z from 'zod/mini'
import { BRIEF_FIELDS } from '../kinds/brief'
import { FLOW_FIELDS, FLOW_NAMES } from '../kinds/flow-kinds'
import { commonFields, fieldsOf, KINDS } from '../kinds/index'
import type { Field, Kind } from '../kinds/kind'
import { FLOW_KINDS, type Json, STEPS } from '../model/design'
import { designSchema } from './schema'

type Shape = Readonly<Record<string, Json>>

/**
 * The JSON Schema of design files, for editors: it completes and explains kinds, properties and answers. It takes all that
 * the gate takes, unknown kinds, choices and fields included; that flows have their blocks is the gate's to say.
 */
export function publishedSchema(): Shape {
  const { $schema, properties, ...rest } = z.toJSONSchema(designSchema, { io: 'input' }) as Shape
  const tables = properties as Readonly<Record<string, Shape>>
  return {
    $schema: $schema ?? null,
    title: 'Groundplan design',
    description: 'A machine learning system design: NAME.groundplan.json, as Groundplan reads and writes it.',
    ...rest,
    properties: {
      ...tables,
      schema: { const: 1, description: 'The version of the file format.' },
      about: single(tables.about, 'Title, summary and author.', {}, ABOUT),
      brief: single(tables.brief, 'What the design answers: goals, scale, the task, and notes by step.', BRIEF, {}),
      groups: rows(tables.groups, 'Rooms around blocks, by id.', {}, RECORD),
      blocks: {
        ...rows(tables.blocks, 'The parts of the system, by id.', { kind: BLOCK_KIND }, RECORD, propsByKind()),
      },
      flows: rows(tables.flows, 'What runs between blocks, by id.', { kind: FLOW_KIND, props: FLOW_PROPS }, FLOW),
      waivers: rows(tables.waivers, 'Findings that were accepted, by id.', {}, WAIVER),
    },
    $defs: { common: Object.fromEntries(commonFields.map(field => [field.key, fieldShape(field)])) },
  }
}

const ABOUT = {
  title: 'What the design is called.',
  summary: 'One or two sentences about it.',
  author: 'Who drew it.',
}

const RECORD = {
  label: 'What is written on it.',
  at: 'The top left corner on the canvas, in pixels; without it the design is laid out.',
  size: 'In pixels; for notes and groups.',
  group: 'The id of the group around it.',
  props: 'Figures and choices; which ones there are depends on the kind.',
  notes: 'Markdown.',
  locked: 'Stays where it is.',
  collapsed: 'Drawn as one box.',
  order: 'Sorts it among its neighbours.',
}

const FLOW = {
  source: 'The id of the block that it leaves.',
  target: 'The id of the block that it reaches.',
  label: 'What is written on it.',
  bends: 'The whole line in pixels, both ends included; without it the line is routed where it is drawn.',
}

const WAIVER = {
  rule: 'The rule, such as no-fallback.',
  at: 'The ids of the blocks that it holds for; an empty list is the whole design.',
  reason: 'Why the finding is accepted.',
}

const BLOCK_KIND = named(KINDS.map(kind => [kind.id, `${kind.name}: ${kind.what}`]))
const FLOW_KIND = named(FLOW_KINDS.map(kind => [kind, `${FLOW_NAMES[kind].name}: ${FLOW_NAMES[kind].what}`]))
const FLOW_PROPS = { properties: shapes(FLOW_FIELDS) }
const BRIEF = {
  ...shapes(BRIEF_FIELDS),
  notes: {
    type: 'object',
    description: 'Markdown by step.',
    properties: Object.fromEntries(STEPS.map(step => [step, { type: 'string' }])),
    additionalProperties: { type: 'string' },
  },
}

/** A table that holds the one record `design`. */
function single(table: Shape | undefined, description: string, more: Shape, texts: Texts): Shape {
  const properties = table?.properties as Readonly<Record<string, Shape>>
  return { ...table, description, properties: { design: described(properties.design ?? {}, more, texts) } }
}

/** A table of records by id. */
function rows(table: Shape | undefined, description: string, more: Shape, texts: Texts, also: Shape = {}): Shape {
  const record = table?.additionalProperties as Shape
  return { ...table, description, additionalProperties: { ...described(record, more, texts), ...also } }
}

type Texts = Readonly<Record<string, string>>

/** The record with what is known of its fields beyond their types. */
function described(record: Shape, more: Shape, texts: Texts): Shape {
  const known = Object.entries(record.properties as Readonly<Record<string, Shape>>).map(([key, shape]) => [
    key,
    { ...shape, ...(more[key] as Shape | undefined), ...(texts[key] ? { description: texts[key] } : {}) },
  ])
  return { ...record, properties: { ...more, ...Object.fromEntries(known) } }
}

function propsByKind(): Shape {
  return {
    allOf: KINDS.map(kind => ({
      if: { properties: { kind: { const: kind.id } }, required: ['kind'] },
      // biome-ignore lint/suspicious/noThenProperty: `then` is JSON Schema's word.
      then: { properties: { props: { properties: propsOf(kind) } } },
    })),
  }
}

function propsOf(kind: Kind): Shape {
  const isCommon = (field: Field) => commonFields.includes(field)
  return Object.fromEntries(
    fieldsOf(kind).map(field => [
      field.key,
      isCommon(field) ? { $ref: `#/$defs/common/${field.key}` } : fieldShape(field),
    ]),
  )
}

function shapes(fields: readonly Field[]): Shape {
  return Object.fromEntries(fields.map(field => [field.key, fieldShape(field)]))
}

/** The type of a field with what it means. Ranges are in the words alone: the gate keeps what is out of them. */
function fieldShape(field: Field): Shape {
  const { choices = [], examples } = field
  const shown = examples ? { examples } : {}
  const description = descriptionOf(field)
  switch (field.type) {
    case 'number':
      return { description, ...numberShape(choices), ...shown }
    case 'yes-no':
      return { description, type: 'boolean' }
    case 'choice':
      return { description, anyOf: [{ enum: choices }, { type: 'string' }] }
    case 'list':
      return { description, type: 'array', items: { type: 'string', ...shown } }
    case 'text':
      return { description, type: 'string', ...shown }
  }
}

/** A number, or one of the words that the field also takes. */
function numberShape(words: readonly string[]): Shape {
  return words.length > 0 ? { anyOf: [{ type: 'number' }, { enum: words }] } : { type: 'number' }
}

function descriptionOf({ label, unit, min, max, help }: Field): string {
  const range = min !== undefined && max !== undefined ? `, from ${min} to ${max}` : ''
  return `${label}${unit ? `, in ${unit}` : ''}${range}.${help ? ` ${help}` : ''}`
}

/** One of these words, each with its meaning, or any other: kinds of other tools are kept. */
function named(words: readonly (readonly [word: string, description: string])[]): Shape {
  return { anyOf: [...words.map(([word, description]) => ({ const: word, description })), { type: 'string' }] }
}
