import { PROBLEM_LIMIT } from '../model/problem'
import { MAX_DEPTH } from './limits'

export type Path = readonly (string | number)[]

/** What keeps a text from being JSON with one meaning, at an offset in UTF-16 code units. */
export interface Fault {
  readonly offset: number
  readonly message: string
  readonly hint?: string
  /** Of a name that an object has twice: its path, and where it stood first. */
  readonly twin?: { readonly path: Path; readonly first: number }
}

/** Told every member and element in the order of the text. The path is valid during the call only. */
export type Visit = (path: Path, offset: number) => void

// No alternation under a star here: on a text of some megabytes that overflows the stack of the engine.
const SPACE = /[ \t\n\r]*/y
const PLAIN = /[ !#-[\]-\uffff]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/**
 * Reads JSON text without building it. One fault for the first thing that is not JSON or nests too deeply; else one for each
 * name that an object has twice, of which `JSON.parse` would lose the first. No fault: `JSON.parse` reads the text.
 */
export function scan(text: string, visit?: Visit): Fault[] {
  const path: (string | number)[] = []
  const twins: Fault[] = []
  let at = 0
  let fault: Fault | null = null

  const isWhole = value() && (at === text.length || fail('expected the end', 'A file holds one design.'))
  return isWhole || !fault ? twins : [fault]

  function value(): boolean {
    take(SPACE)
    return container() && take(SPACE) !== null
  }

  function container(): boolean {
    if (text[at] === '"') return name() !== null
    if (text[at] !== '{' && text[at] !== '[')
      return take(SCALAR) !== '' || fail('expected a value', hintFor(text[at], 'Put texts in double quotes.'))
    if (path.length === MAX_DEPTH) return tooDeep()
    return text[at++] === '{' ? object() : list()
  }

  function object(): boolean {
    const seen = new Map<string, number>()
    take(SPACE)
    if (skip('}')) return true
    do {
      if (!memberOf(seen)) return false
    } while (skip(','))
    return skip('}') || fail('expected “,” or “}”', 'Names and values come as "name": value, with a comma between two.')
  }

  function memberOf(seen: Map<string, number>): boolean {
    take(SPACE)
    const offset = at
    if (text[at] !== '"') return fail('expected a name', hintFor(text[at], 'Put names in double quotes.'))
    const key = name()
    if (key === null) return false
    path.push(key)
    const first = seen.get(key)
    if (first === undefined) seen.set(key, offset)
    else if (twins.length < PROBLEM_LIMIT) twins.push(twinOf(path, offset, first))
    visit?.(path, offset)
    take(SPACE)
    if (!skip(':')) return fail('expected “:”', 'Names and values come as "name": value.')
    return value() && path.pop() !== undefined
  }

  function list(): boolean {
    take(SPACE)
    if (skip(']')) return true
    let index = 0
    do {
      take(SPACE)
      path.push(index++)
      visit?.(path, at)
      if (!value()) return false
      path.pop()
    } while (skip(','))
    return skip(']') || fail('expected “,” or “]”', 'Put a comma between two elements.')
  }

  /** What the quoted text here means, its escapes read; null when it is not closed on its line. */
  function name(): string | null {
    const start = at++
    do take(PLAIN)
    while (take(ESCAPE) !== '')
    if (skip('"')) {
      const quoted = text.slice(start, at)
      return quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1)
    }
    fail('expected the closing quote of a text', 'Write a line break as \\n, a quote as \\", a backslash as \\\\.')
    return null
  }

  function take(pattern: RegExp): string {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? ''
    at += found.length
    return found
  }

  function skip(sign: string): boolean {
    if (text[at] !== sign) return false
    at++
    return true
  }

  function tooDeep(): false {
    fault = { offset: at, message: `nested deeper than ${MAX_DEPTH} levels.`, hint: 'A design needs five.' }
    return false
  }

  function fail(expected: string, hint: string): false {
    fault = faultAt(text, at, expected, hint)
    return false
  }
}

function twinOf(path: Path, offset: number, first: number): Fault {
  const hint = 'Keep one of the two, or give one another name.'
  return { offset, message: 'stands here twice', hint, twin: { path: [...path], first } }
}

const CONFLICT = /^(?:<<<<<<<|=======|>>>>>>>)/

function faultAt(text: string, offset: number, expected: string, hint: string): Fault {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  if (CONFLICT.test(text.slice(lineStart, lineStart + 7)))
    return { offset, message: 'a merge conflict stands here.', hint: 'Resolve the merge, then open the file again.' }
  if (offset >= text.length)
    return { offset, message: 'the text ends in the middle of the design.', hint: 'A part of the file is missing.' }
  return { offset, message: `${expected}, got ${signAt(text, offset)}.`, hint }
}

function hintFor(sign: string | undefined, otherwise: string): string {
  if (sign === '}' || sign === ']') return 'Remove the comma before it.'
  return sign === '/' ? 'JSON has no comments.' : otherwise
}

function signAt(text: string, offset: number): string {
  const point = text.codePointAt(offset) ?? 0
  if (point === 0x0a || point === 0x0d) return 'the end of the line'
  const isPlain = point > 0x20 && point < 0x7f
  return isPlain
    ? `“${String.fromCodePoint(point)}”`
    : `the sign U+${point.toString(16).toUpperCase().padStart(4, '0')}`
}
