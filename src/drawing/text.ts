import { advance, TABULAR_DIGIT, type Weight } from './widths'

export interface Font {
  /** Canvas pixels. */
  readonly size: number
  readonly weight: Weight
  /** Digits of one width, for figures that stand under each other. */
  readonly isTabular?: true
}

/** Width of a text on one line in canvas pixels, without kerning; scripts that Inter lacks are estimated. */
export function measure(text: string, font: Font): number {
  let em = 0
  for (const character of text) em += widthOf(character, font)
  return em * font.size
}

/**
 * Breaks a text into lines of at most that width: between words, and inside a word that alone is wider than a line.
 * Past `maxLines` the last line ends in an ellipsis. Line ends in the text are kept; an empty text has no lines.
 */
export function wrap(text: string, width: number, font: Font, maxLines: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.trim().split(/\r\n?|\n/)) {
    // One line more than fits tells that there is more to come; the rest of a long text is not measured.
    if (lines.length > maxLines) break
    lines.push(...linesOf(paragraph, width, font, maxLines + 1))
  }
  if (lines.length === 1 && lines[0] === '') return []
  if (lines.length <= maxLines) return lines
  const kept = lines.slice(0, maxLines)
  const last = kept.pop()
  return last === undefined ? [] : [...kept, cut(`${last} ${lines[maxLines] ?? ''}`, width, font, true)]
}

/** The text, or as much of it as fits that width with an ellipsis; just the ellipsis when nothing does. */
export function ellipsize(text: string, width: number, font: Font): string {
  return cut(oneLine(text), width, font, false)
}

/** A text on one line. Thin and no-break spaces stay what they are: they belong to figures. */
export function oneLine(text: string): string {
  return text.replace(/[ \t\r\n\f\v]+/g, ' ').trim()
}

const ELLIPSIS = '…'
const MARK = /^[\p{M}\p{Cf}]$/u
const WIDE =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f000}-\u{3ffff}\p{Emoji_Presentation}]$/u
const OPERATOR = /^[\u2190-\u2bff]$/u

/** In em. */
function widthOf(character: string, font: Font): number {
  if (font.isTabular && character >= '0' && character <= '9') return TABULAR_DIGIT
  const known = advance(character.codePointAt(0) ?? 0, font.weight)
  if (known !== undefined) return known
  if (MARK.test(character)) return 0
  if (WIDE.test(character)) return 1
  return OPERATOR.test(character) ? 0.85 : 0.6
}

function linesOf(paragraph: string, width: number, font: Font, maxLines: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(/[ \t]+/).filter(each => each !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (measure(longer, font) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = piecesOf(word, width, font, maxLines - lines.length)
    line = pieces.pop() ?? ''
    lines.push(...pieces)
    if (lines.length >= maxLines) return lines.slice(0, maxLines)
  }
  return [...lines, line]
}

/** A word in pieces that each fit a line: after a hyphen, slash, dot or underscore where there is one, else anywhere. */
function piecesOf(word: string, width: number, font: Font, maxPieces: number): string[] {
  const pieces: string[] = []
  let rest = word
  while (measure(rest, font) > width && pieces.length <= maxPieces) {
    const fits = longestStart(rest, width, font)
    const joint = /^.+[-/._]/u.exec(fits)?.[0]
    const piece = joint && joint.length > fits.length / 3 ? joint : fits
    pieces.push(piece)
    rest = rest.slice(piece.length)
  }
  return [...pieces, rest].filter(piece => piece !== '')
}

/** The longest start of a text that fits, at least one whole character as people see them. */
function longestStart(text: string, width: number, font: Font): string {
  let start = ''
  let used = 0
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += measure(segment, font)
    if (used > width && start !== '') return start
    start += segment
  }
  return start
}

function cut(text: string, width: number, font: Font, isMoreToCome: boolean): string {
  if (!isMoreToCome && measure(text, font) <= width) return text
  const room = width - measure(ELLIPSIS, font)
  let start = room <= 0 ? '' : longestStart(text, room, font)
  if (measure(start, font) > room) start = ''
  return `${start.replace(/[\s,;:.–-]+$/u, '')}${ELLIPSIS}`
}
