import { existsSync } from 'node:fs'
import type { Design } from '../model/design'
import { designText } from '../model/text'
import { writePlan } from '../plan/write'
import { formatOf, readDesignFile, writeText } from './files'
import { readOptions, type WrongCall } from './options'
import { printable, printablePath } from './printable'
import { problemLine } from './report-text'
import type { ExitCode, Terminal } from './terminal'

const OPTIONS = { output: { type: 'string', short: 'o' }, force: { type: 'boolean' } } as const

/** Writes the design of one file into another, plan text or a design file by the end of its name. */
export function convert(args: readonly string[], terminal: Terminal): ExitCode | WrongCall {
  const call = readOptions(args, OPTIONS)
  if ('wrong' in call) return call
  const [input, ...others] = call.positionals
  const { output, force } = call.values
  if (input === undefined) return { wrong: 'no file given' }
  if (others.length > 0) return { wrong: 'one file at a time' }
  if (output === undefined) return { wrong: 'no output given: add -o OUT' }
  const format = formatOf(output)
  if (!format) return { wrong: 'the output is named NAME.groundplan.json or NAME.plan' }
  if (existsSync(output) && !force) return { wrong: `${JSON.stringify(output)} is there already: --force replaces it` }
  const design = readDesignFile(input)
  if (!design.ok) {
    for (const problem of design.problems) terminal.complain(`${printablePath(input)}: ${problemLine(problem)}\n`)
    return 2
  }
  const { text, leftOut } = format === 'plan' ? writePlan(design.value) : wholeText(design.value)
  const problem = writeText(output, text)
  if (problem) {
    terminal.complain(`${printablePath(output)}: ${problemLine(problem)}\n`)
    return 2
  }
  for (const sentence of leftOut) terminal.complain(`left out: ${printable(sentence)}\n`)
  return 0
}

/** A design file carries everything. */
function wholeText(design: Design): { text: string; leftOut: readonly string[] } {
  return { text: designText(design), leftOut: [] }
}
