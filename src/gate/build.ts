import { briefField } from '../kinds/brief'
import { type Design, emptyDesign, type Json, type Props } from '../model/design'
import { FIELDS, PARTS } from '../model/text'
import type { RawDesign } from './schema'

type Rec = Readonly<Record<string, unknown>>
type Entry = readonly [key: string, value: unknown]

// Objects are made from entries throughout: an assignment would take the key `__proto__` for something else.

/** The design that raw JSON of the right shape stands for: known fields in place, fields of other tools in `extra`. */
export function buildDesign(raw: RawDesign): Design {
  const { title, ...about } = recordOf(FIELDS.about, raw.about?.design ?? {})
  const design = {
    schema: 1,
    about: { design: { title: title ?? emptyDesign().about.design.title, ...about } },
    brief: { design: briefOf(raw.brief?.design ?? {}) },
    groups: tableOf(raw.groups, (id, row) => ({ id, ...recordOf(FIELDS.groups, row) })),
    blocks: tableOf(raw.blocks, (id, row) => ({ id, ...recordOf(FIELDS.blocks, row), props: row.props ?? {} })),
    flows: tableOf(raw.flows, (id, row) => ({ id, ...recordOf(FIELDS.flows, row) })),
    waivers: tableOf(raw.waivers, (id, row) => ({ id, ...recordOf(FIELDS.waivers, row) })),
    ...extraOf(raw, PARTS),
  }
  return design as unknown as Design
}

function tableOf(rows: Rec | undefined, read: (id: string, row: Rec) => object): Rec {
  return Object.fromEntries(Object.entries(rows ?? {}).map(([id, row]) => [id, read(id, row as Rec)]))
}

function recordOf(known: readonly string[], row: Rec): Rec {
  const fields = known
    .filter(key => Object.hasOwn(row, key) && !isBlank(key, row[key]))
    .map((key): Entry => [key, row[key]])
  return { ...Object.fromEntries(fields), ...extraOf(row, known) }
}

/** Values that say nothing: the file leaves them out when it is saved, so they are not in the design either. */
function isBlank(key: string, value: unknown): boolean {
  switch (key) {
    case 'locked':
    case 'collapsed':
      return value === false
    case 'props':
      return Object.keys(value as Props).length === 0
    case 'bends':
      // A line has two ends; with fewer points it cannot be drawn, and the flow is routed anew.
      return (value as Json[]).length < 2
    default:
      return false
  }
}

function briefOf(brief: Rec): Rec {
  const { notes, ...answers } = brief
  const known = Object.entries(answers).filter(([key]) => briefField(key) !== undefined)
  const hasNotes = Object.keys((notes ?? {}) as Rec).length > 0
  return {
    ...Object.fromEntries(known),
    ...(hasNotes ? { notes } : {}),
    ...extraOf(
      answers,
      known.map(([key]) => key),
    ),
  }
}

function extraOf(row: Rec, known: readonly string[]): { readonly extra?: Rec } {
  const entries = Object.entries(row).filter(([key]) => !known.includes(key))
  return entries.length === 0 ? {} : { extra: Object.fromEntries(entries) }
}
