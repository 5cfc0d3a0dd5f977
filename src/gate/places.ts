import { type Path, scan } from './scan'

/** Line and column, both from 1, the column in UTF-16 code units. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Past this column a line alone does not find the place: the file stands on a few very long lines. */
const LONG_LINE = 400

/** Finds the line and column of offsets in a text; for many offsets of one text, as it lists the lines once. */
export function placeFinder(text: string): (offset: number) => Place {
  const starts = [0]
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return offset => {
    const line = starts.findLastIndex(start => start <= offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
  }
}

/** The offsets of these paths in valid JSON text, or of the nearest object around a path that is not there. */
export function offsetsOf(text: string, wanted: readonly Path[]): number[] {
  const around = new Map<string, number>(wanted.flatMap(path => path.map((_, i) => [keyOf(path.slice(0, i + 1)), -1])))
  const last = new Set(wanted.flat())
  scan(text, (path, offset) => {
    const end = path.at(-1)
    if (end === undefined || !last.has(end)) return
    const key = keyOf(path)
    if (around.has(key)) around.set(key, offset)
  })
  return wanted.map(path => {
    for (let length = path.length; length > 0; length--) {
      const offset = around.get(keyOf(path.slice(0, length)))
      if (offset !== undefined && offset >= 0) return offset
    }
    return 0
  })
}

/** “line 41”, with the column where the line is very long. */
export function lineText({ line, column }: Place): string {
  return column > LONG_LINE ? `line ${line}, column ${column}` : `line ${line}`
}

/** `blocks.rk.props.p99Ms`: a path as people read it, each part cut to a bearable length. */
export function pathText(path: Path): string {
  return path.map(part => printable(String(part))).join('.')
}

const PART_LENGTH = 60
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** A text of the file within a sentence of ours: cut, with control characters and direction marks made visible. */
export function printable(text: string, length = PART_LENGTH): string {
  const cut = text.length > length ? `${text.slice(0, length)}…` : text
  return cut.replace(UNPRINTABLE, sign => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
}

function keyOf(path: Path): string {
  return JSON.stringify(path)
}
