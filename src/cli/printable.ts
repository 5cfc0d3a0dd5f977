/**
 * Characters that a terminal or a reader would not show as they are: control characters, line separators, and the
 * marks that turn the direction of text, with which a line can be made to read as another one.
 */
const HIDDEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

/** Opens a command to a build runner (Azure `##vso[`, GitHub `##[`, TeamCity), wherever it stands in a line. */
const RUNNER_COMMAND = /#(?=#(?:vso|teamcity)?\[)/gi

/** A text from a file as one line that can do nothing to the terminal or the build runner that shows it. */
export function printable(text: string): string {
  return text.replace(HIDDEN, escaped).replace(RUNNER_COMMAND, '\\x23')
}

/** The same for prose whose words may come to start a line, where GitHub takes `::` for a command. */
export function printableProse(text: string): string {
  return printable(text).replace(/(?<!\S)::/g, '\\x3a:')
}

/** A file's name as the start of a line: GitHub takes a line that starts with `::` as a command, spaces before it or not. */
export function printablePath(path: string): string {
  return /^\s*::/.test(path) ? printable(`./${path}`) : printable(path)
}

/** The same for JSON text, where such a character can only stand in a string: the value that it reads as stays the same. */
export function printableJson(json: string): string {
  return json
    .replace(HIDDEN, char => (char === '\n' ? char : unicodeEscape(char)))
    .replace(RUNNER_COMMAND, unicodeEscape('#'))
}

function escaped(char: string): string {
  if (char === '\n') return '\\n'
  if (char === '\t') return ' '
  return char < '\u0100' ? `\\x${hex(char, 2)}` : unicodeEscape(char)
}

function unicodeEscape(char: string): string {
  return `\\u${hex(char, 4)}`
}

function hex(char: string, digits: number): string {
  return char.charCodeAt(0).toString(16).padStart(digits, '0')
}
