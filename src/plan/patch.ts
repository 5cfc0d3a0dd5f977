import type { Brief, Design, Flow, Id } from '../model/design'
import { readPlan } from './read'
import { spansOf } from './spans'
import { readStatement, type Statement } from './statements'
import { flowBase } from './twins'
import { blockLine, briefLines, flowLine, writePlan } from './write'

/** A statement of the text, from its first sign to behind its last, with the flows that it draws. */
interface Written {
  readonly statement: Statement
  readonly start: number
  readonly end: number
  readonly flows: readonly Flow[]
}

/**
 * Plan text changed as one design was: the statements of blocks, flows and answers that changed are written anew in their
 * places, new ones follow at the end, and all else stays as it is, comments and order too. `before` is what the text
 * reads as. Null when the text cannot be changed so, as where an id that it does not write would become another.
 */
export function patchPlan(text: string, before: Design, after: Design): string | null {
  const bare = text.replace(/^\uFEFF/, '')
  const written = statementsIn(bare, before)
  if (!written) return null
  let patched = bare
  for (const each of written.reverse()) {
    const lines = linesOf(each, before, after)
    if (lines) patched = replaced(patched, each, lines)
  }
  const result = completed(patched, after)
  const read = result === null ? null : readPlan(result)
  if (result === null || !read?.ok || writePlan(read.value).text !== writePlan(after).text) return null
  return text.slice(0, text.length - bare.length) + result
}

function statementsIn(text: string, { flows }: Design): Written[] | null {
  const drawn = Object.values(flows)
  // Such keys come first in any object, so the order of the text is lost.
  if (drawn.some(({ id }) => /^\d+$/.test(id))) return null
  const written: Written[] = []
  for (const { phrase, start, end } of spansOf(text)) {
    const read = readStatement(phrase)
    if (!('statement' in read)) return null
    written.push({ statement: read.statement, start, end, flows: drawn.splice(0, flowCount(read.statement)) })
  }
  return drawn.length === 0 ? written : null
}

function flowCount(statement: Statement): number {
  if (statement.type !== 'flows') return 0
  return statement.links.reduce((sum, { sources, targets }) => sum + sources.length * targets.length, 0)
}

/** What stands for a statement after the change; null when nothing that it says has changed. */
function linesOf({ statement, flows }: Written, before: Design, after: Design): string[] | null {
  if (statement.type === 'block') {
    const id = statement.id.text
    if (before.blocks[id] === after.blocks[id]) return null
    return Object.hasOwn(after.blocks, id) ? [blockLine(after.blocks[id]!)] : []
  }
  if (statement.type === 'brief') {
    const keys = statement.pairs.map(({ key }) => key)
    const [old, fresh] = [before, after].map(design => briefLines(picked(design.brief.design, keys)))
    return fresh && String(old) !== String(fresh) ? fresh : null
  }
  if (flows.every(({ id }) => before.flows[id] === after.flows[id])) return null
  return flows.flatMap(({ id }) => (Object.hasOwn(after.flows, id) ? [lineOf(after.flows[id]!)] : []))
}

function lineOf(flow: Flow): string {
  return flowLine(flow, flow.id === flowBase(flow.source, flow.kind, flow.target) ? [] : [`id=${flow.id}`])
}

function picked({ notes, extra, ...answers }: Brief, keys: readonly string[]): Brief {
  const own = Object.entries(answers).filter(([key]) => keys.includes(key))
  const others = Object.entries(extra ?? {}).filter(([key]) => keys.includes(key))
  const steps = Object.entries(notes ?? {}).filter(([step]) => keys.includes(`notes.${step}`))
  return { ...Object.fromEntries(own), notes: Object.fromEntries(steps), extra: Object.fromEntries(others) }
}

/** The text with other lines for a statement: under each other where it stood alone, else on its line. */
function replaced(text: string, { start, end }: Written, lines: readonly string[]): string {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1
  const [lead, rest] = [text.slice(lineStart, start), /^.*/.exec(text.slice(end))?.[0] ?? '']
  const isAlone = lead.trim() === '' && rest.trim() === ''
  if (lines.length > 0) {
    const between = lead.trim() === '' && !rest.includes(';') ? `${lineEnd(text)}${lead}` : '; '
    return text.slice(0, start) + lines.join(between) + text.slice(end)
  }
  if (isAlone) return text.slice(0, lineStart) + text.slice(end + rest.length).replace(/^(?:\r\n|\n|\r)/, '')
  const after = /^\s*;[^\S\r\n]*/.exec(rest)?.[0] ?? ''
  const kept = after === '' ? text.slice(0, start).replace(/;[^\S\r\n]*$/, '') : text.slice(0, start)
  return kept + text.slice(end + after.length)
}

/** The text with a line for everything of the design that it does not say yet; null when it cannot be read. */
function completed(text: string, after: Design): string | null {
  const read = readPlan(text)
  if (!read.ok) return null
  const { blocks, flows, brief } = read.value
  const said = new Set(briefLines(brief.design))
  const lines = [
    ...briefLines(after.brief.design).filter(line => !said.has(line)),
    ...missing(after.blocks, blocks, blockLine),
    ...missing(after.flows, flows, lineOf),
  ]
  const end = text === '' || /[\r\n]$/.test(text) ? '' : lineEnd(text)
  return lines.length === 0 ? text : `${text}${end}${lines.map(line => `${line}${lineEnd(text)}`).join('')}`
}

function missing<T>(
  wanted: Readonly<Record<Id, T>>,
  there: Readonly<Record<Id, T>>,
  line: (row: T) => string,
): string[] {
  return Object.entries(wanted).flatMap(([id, row]) => {
    const found = Object.hasOwn(there, id) ? there[id] : undefined
    return found && line(found) === line(row) ? [] : [line(row)]
  })
}

function lineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}
