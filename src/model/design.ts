/** Any value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** ASCII letter or digit, then letters, digits, `_ - .`; at most 200; unique over blocks, flows, groups and waivers. */
export type Id = string

/** Canvas pixels from the origin, x to the right, y down; the top left corner of what it places. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Canvas pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

export type PropValue = string | number | boolean | readonly string[]
export type Props = Readonly<Record<string, PropValue>>

/** Fields of another tool: kept, written back, read by nobody. */
export type Extra = Readonly<Record<string, Json>>

/** The seven steps of the framework, in order. */
export const STEPS = ['clarify', 'frame', 'data', 'model', 'evaluate', 'serve', 'monitor'] as const
export type Step = (typeof STEPS)[number]

/** The nine kinds of flow, in the order of the legend. */
export const FLOW_KINDS = [
  'data',
  'stream',
  'request',
  'async',
  'fallback',
  'artifact',
  'trigger',
  'feedback',
  'metric',
] as const
export type FlowKind = (typeof FLOW_KINDS)[number]

/** The tables of a design, in the order of the file. */
export const TABLES = ['about', 'brief', 'groups', 'blocks', 'flows', 'waivers'] as const
export type Table = (typeof TABLES)[number]

export interface About {
  readonly title: string
  readonly summary?: string
  readonly author?: string
  readonly extra?: Extra
}

/** The typed answers of the brief by field key, and Markdown notes by step. Which keys exist: `src/kinds/brief.ts`. */
export interface Brief {
  readonly notes?: Readonly<Partial<Record<Step, string>>>
  readonly extra?: Extra
  readonly [key: string]: PropValue | Readonly<Partial<Record<Step, string>>> | Extra | undefined
}

export interface Block {
  readonly id: Id
  readonly kind: string
  readonly label: string
  /** Top left corner on the canvas, never relative to a group. Absent: not placed yet. */
  readonly at?: Point
  /** For notes alone; the size of any other block comes from its kind. */
  readonly size?: Size
  readonly group?: Id
  readonly props: Props
  /** Markdown. */
  readonly notes?: string
  readonly locked?: true
  readonly order?: string
  readonly extra?: Extra
}

export interface Flow {
  readonly id: Id
  readonly kind: FlowKind | (string & {})
  readonly source: Id
  readonly target: Id
  readonly label?: string
  readonly props?: Props
  /** The whole line, both ends included. Absent: routed where it is drawn. */
  readonly bends?: readonly Point[]
  readonly extra?: Extra
}

/** A room: a named boundary around blocks. */
export interface Group {
  readonly id: Id
  readonly label: string
  readonly at?: Point
  readonly size?: Size
  /** The group around this one. */
  readonly group?: Id
  readonly collapsed?: true
  readonly locked?: true
  readonly order?: string
  readonly extra?: Extra
}

/** An accepted finding with its why. It covers a finding whose blocks all stand in `at`; an empty `at` covers the rule. */
export interface Waiver {
  readonly id: Id
  readonly rule: string
  readonly at: readonly Id[]
  readonly reason: string
  readonly extra?: Extra
}

/** Plain JSON, readonly everywhere, flat tables keyed by id. `about` and `brief` hold the one record `design`. */
export interface Design {
  readonly schema: 1
  readonly about: { readonly design: About }
  readonly brief: { readonly design: Brief }
  readonly groups: Readonly<Record<Id, Group>>
  readonly blocks: Readonly<Record<Id, Block>>
  readonly flows: Readonly<Record<Id, Flow>>
  readonly waivers: Readonly<Record<Id, Waiver>>
  readonly extra?: Extra
}

export type Row = About | Brief | Group | Block | Flow | Waiver

/** A design with nothing on it. */
export function emptyDesign(title = 'Untitled design'): Design {
  return {
    schema: 1,
    about: { design: { title } },
    brief: { design: {} },
    groups: {},
    blocks: {},
    flows: {},
    waivers: {},
  }
}

/** The record of that id, or undefined; safe for ids such as `constructor`. */
export function lookUp<T>(table: Readonly<Record<Id, T>>, id: Id): T | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined
}

/** Whether any block, flow, group or waiver has this id. */
export function isTaken(design: Design, id: Id): boolean {
  return (
    Object.hasOwn(design.blocks, id) ||
    Object.hasOwn(design.flows, id) ||
    Object.hasOwn(design.groups, id) ||
    Object.hasOwn(design.waivers, id)
  )
}
