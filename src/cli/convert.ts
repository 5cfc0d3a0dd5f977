import type { Design } from '../model/design'
import { designText } from '../model/text'
import { writePlan } from '../plan/write'
import { formatOf } from './files'
import { OUTPUT_OPTIONS, oneToOne, readInput, writeOutput } from './one-to-one'
import { readOptions, type WrongCall } from './options'
import { printable } from './printable'
import type { ExitCode, Terminal } from './terminal'

/** Writes the design of one file into another, plan text or a design file by the end of its name. */
export function convert(args: readonly string[], terminal: Terminal): ExitCode | WrongCall {
  const options = readOptions(args, OUTPUT_OPTIONS)
  if ('wrong' in options) return options
  const call = oneToOne(options.positionals, options.values)
  if ('wrong' in call) return call
  const format = formatOf(call.output)
  if (!format) return { wrong: 'the output is named NAME.groundplan.json or NAME.plan' }
  const design = readInput(call.input, terminal)
  if (!design) return 2
  const { text, leftOut } = format === 'plan' ? writePlan(design) : wholeText(design)
  const code = writeOutput(call.output, text, terminal)
  if (code === 0) for (const sentence of leftOut) terminal.complain(`left out: ${printable(sentence)}\n`)
  return code
}

/** A design file carries everything. */
function wholeText(design: Design): { text: string; leftOut: readonly string[] } {
  return { text: designText(design), leftOut: [] }
}
