import { readDesign } from '../gate'
import { blockSize } from '../kinds'
import {
  type Block,
  type Design,
  emptyDesign,
  type Flow,
  type Group,
  type Id,
  lookUp,
  type Point,
} from '../model/design'
import type { Change, Edit } from '../model/edit'
import { contentsOf, type Frame } from '../model/groups'
import { flowId, newId } from '../model/ids'
import type { Problem, Result } from '../model/problem'
import { designText } from '../model/text'

/** What is copied or pasted: parts of a design that belong together. No flow of it dangles, no owner is missing. */
export type Clip = Pick<Design, 'blocks' | 'flows' | 'groups'>

/** What a person has selected. */
export interface Selection {
  readonly blocks: Iterable<Id>
  readonly flows: Iterable<Id>
  readonly groups: Iterable<Id>
}

/** A pasted clip: the edit, and which id each of its records got. */
export interface Pasted {
  readonly edit: Edit
  readonly ids: ReadonlyMap<Id, Id>
}

/** The selected blocks, the rooms with all they hold, and every flow between two of these blocks. */
export function clipOf(design: Design, selection: Selection): Clip {
  const inside = contentsOf(design, selection.groups)
  const blocks = pick(design.blocks, [...selection.blocks, ...inside.blocks])
  const groups = pick(design.groups, inside.groups)
  const flows = Object.values(design.flows).filter(
    ({ source, target }) => Object.hasOwn(blocks, source) && Object.hasOwn(blocks, target),
  )
  return {
    blocks: mapRows(blocks, row => withinClip(row, groups)),
    groups: mapRows(groups, row => withinClip(row, groups)),
    flows: Object.fromEntries(flows.map(flow => [flow.id, flow])),
  }
}

/** A part of a design as text that people and programs can read: a design file without brief, and `groundplan` for `schema`. */
export function clipText(clip: Clip): string {
  return HEAD + designText({ ...emptyDesign(''), ...clip }).slice(FILE_HEAD.length)
}

const FILE_HEAD = designText(emptyDesign('')).slice(0, -'\n}\n'.length)
const HEAD = '{\n  "groundplan": 1'
const IS_CLIP = /^(\ufeff?\s*\{\s*)"groundplan"(?=\s*:)/
/** How JSON and markup begin. A link or a box to tick in Markdown begins with a bracket, too, but goes on in words. */
const IS_MARKUP = /^\ufeff?\s*(?:\{|<[a-z!?/]|\[\s*(?:[[{"]|-?\d))/i
const IS_PLAN = /^\s*(title|brief|group|waive)\b.|^[^#\n]*-[a-z]*>/m

/** What a text on the clipboard is: JSON or other markup, plan text, or words. */
export function textSort(text: string): 'design' | 'plan' | 'words' {
  if (IS_MARKUP.test(text)) return 'design'
  return IS_PLAN.test(text) ? 'plan' : 'words'
}

/**
 * Reads JSON from the clipboard through the gate: what `clipText` wrote, or a whole design file, of which the parts on the
 * canvas are taken. Never throws.
 */
export function readClip(text: string): Result<Clip> {
  const opened = readDesign(text.replace(IS_CLIP, '$1"schema"'))
  if (!opened.ok) return { ok: false, problems: opened.problems.map(asClip) }
  return { ok: true, value: clipOfDesign(opened.value) }
}

/** All of a design that can be pasted. */
export function clipOfDesign({ blocks, flows, groups }: Design): Clip {
  return { blocks, flows, groups }
}

/** How many blocks a clip holds. */
export function clipSize(clip: Clip): number {
  return Object.keys(clip.blocks).length
}

/** What blocks and frames of a clip cover; null when nothing of it has a place. */
export function clipBounds({ blocks, groups }: Clip): Frame | null {
  const frames = [
    ...Object.values(blocks).map(block => ({ at: block.at, size: blockSize(block) })),
    ...Object.values(groups),
  ].flatMap(({ at, size }) => (at && size ? [{ ...at, ...size }] : []))
  if (frames.length === 0) return null
  const x = Math.min(...frames.map(frame => frame.x))
  const y = Math.min(...frames.map(frame => frame.y))
  const right = Math.max(...frames.map(frame => frame.x + frame.width))
  const bottom = Math.max(...frames.map(frame => frame.y + frame.height))
  return { x, y, width: right - x, height: bottom - y }
}

/** Puts a clip on a design under new ids, moved by so many pixels, its lines with it. `verb` names the edit: Paste 3 blocks. */
export function paste(
  design: Design,
  clip: Clip,
  by: Point,
  { verb = 'Paste', random }: { readonly verb?: string; readonly random?: () => number } = {},
): Pasted {
  const ids = new Map<Id, Id>()
  const taken = new Set<Id>()
  const give = (old: Id, make: () => Id, other: () => Id) => {
    let id = make()
    while (taken.has(id)) id = other()
    taken.add(id)
    ids.set(old, id)
  }
  const fresh = (word: string) => () => newId(design, word, random)
  for (const { id } of Object.values(clip.groups)) give(id, fresh('room'), fresh('room'))
  for (const { id, kind } of Object.values(clip.blocks)) give(id, fresh(kind), fresh(kind))
  for (const { id, source, kind, target } of Object.values(clip.flows)) {
    const [from, to] = [ids.get(source) ?? source, ids.get(target) ?? target]
    give(id, () => flowId(design, from, kind, to, random), fresh(`${from}-${kind}`))
  }
  const changes: Change[] = [
    ...Object.values(clip.groups).map(row => put('groups', renewed(row, ids, by))),
    ...Object.values(clip.blocks).map(row => put('blocks', renewed(row, ids, by))),
    ...Object.values(clip.flows).map(row => put('flows', renewedFlow(row, ids, by))),
  ]
  const [only] = Object.values(clip.blocks)
  const what = clipSize(clip) === 1 && only ? `“${only.label}”` : `${clipSize(clip)} blocks`
  return { edit: { label: `${verb} ${what}`, changes }, ids }
}

/** The first problem of a refused text, as one sentence for a message on the canvas. */
export function firstSentence(problems: readonly Problem[]): string {
  const [first] = problems
  if (!first) return ''
  const { path, message, hint } = first
  const words = path ? `${path}: ${message}` : message.charAt(0).toUpperCase() + message.slice(1)
  return [words, ...(hint ? [hint] : [])].join(' ')
}

/** The gate speaks of the key that it was shown; the person sees the key that stands in the text. */
function asClip(problem: Problem): Problem {
  return { ...problem, message: problem.message.replace('this file', 'this text') }
}

type Owned = Block | Group

function withinClip<T extends Owned>(row: T, groups: Readonly<Record<Id, Group>>): T {
  if (row.group === undefined || Object.hasOwn(groups, row.group)) return row
  const { group: _, ...rest } = row
  return rest as T
}

function renewed<T extends Owned>(row: T, ids: ReadonlyMap<Id, Id>, by: Point): T {
  const owner = row.group === undefined ? undefined : ids.get(row.group)
  return {
    ...row,
    id: ids.get(row.id) ?? row.id,
    ...(row.at ? { at: shifted(row.at, by) } : {}),
    ...(owner === undefined ? {} : { group: owner }),
  }
}

function renewedFlow(flow: Flow, ids: ReadonlyMap<Id, Id>, by: Point): Flow {
  const renew = (id: Id) => ids.get(id) ?? id
  return {
    ...flow,
    id: renew(flow.id),
    source: renew(flow.source),
    target: renew(flow.target),
    ...(flow.bends ? { bends: flow.bends.map(point => shifted(point, by)) } : {}),
  }
}

function put(table: 'groups' | 'blocks' | 'flows', record: Group | Block | Flow): Change {
  return { op: 'put', table, id: record.id, record }
}

function shifted({ x, y }: Point, by: Point): Point {
  return { x: x + by.x, y: y + by.y }
}

function pick<T>(table: Readonly<Record<Id, T>>, ids: Iterable<Id>): Record<Id, T> {
  const rows = [...new Set(ids)].flatMap(id => {
    const row = lookUp(table, id)
    return row === undefined ? [] : [[id, row] as const]
  })
  return Object.fromEntries(rows)
}

function mapRows<T>(table: Readonly<Record<Id, T>>, change: (row: T) => T): Record<Id, T> {
  return Object.fromEntries(Object.entries(table).map(([id, row]) => [id, change(row)]))
}
