import { elkInNode } from '../layout/elk-node'
import { ENGINE_NAMES, type EngineName } from '../layout/engines'
import { layout as tidied } from '../layout/layout'
import { applyEdit } from '../model/edit'
import { designText } from '../model/text'
import { formatOf } from './files'
import { OUTPUT_OPTIONS, oneToOne, readInput, writeOutput } from './one-to-one'
import { readOptions, type WrongCall } from './options'
import type { ExitCode, Terminal } from './terminal'

const OPTIONS = {
  ...OUTPUT_OPTIONS,
  engine: { type: 'string' },
  seed: { type: 'string' },
} as const

/**
 * Lays a design out and writes it as a design file: as Tidy does in the editor, or anew by the engine or the seed that
 * is named. The same call writes the same bytes.
 */
export async function layout(args: readonly string[], terminal: Terminal): Promise<ExitCode | WrongCall> {
  const options = readOptions(args, OPTIONS)
  if ('wrong' in options) return options
  const call = oneToOne(options.positionals, options.values)
  if ('wrong' in call) return call
  const { engine, seed } = options.values
  if (engine !== undefined && !isEngine(engine))
    return { wrong: `--engine is ${ENGINE_NAMES.join(', ')}, not ${JSON.stringify(engine)}` }
  if (seed !== undefined && !/^\d{1,9}$/.test(seed))
    return { wrong: `--seed is a whole number, not ${JSON.stringify(seed)}` }
  if (formatOf(call.output) !== 'json') return { wrong: 'the output is named NAME.groundplan.json' }
  const design = readInput(call.input, terminal)
  if (!design) return 2
  const edit = await tidied(design, {
    elk: elkInNode,
    ...(engine === undefined ? {} : { engine }),
    ...(seed === undefined ? {} : { seed: Number(seed), mode: 'scratch' }),
  })
  return writeOutput(call.output, designText(applyEdit(design, edit)), terminal)
}

function isEngine(text: string): text is EngineName {
  return (ENGINE_NAMES as readonly string[]).includes(text)
}
