import { existsSync } from 'node:fs'
import type { ParseArgsConfig } from 'node:util'
import type { Design } from '../model/design'
import type { Problem } from '../model/problem'
import { readDesignFile, writeText } from './files'
import type { WrongCall } from './options'
import { printablePath } from './printable'
import { problemLine } from './report-text'
import type { ExitCode, Terminal } from './terminal'

/** Options of every command that makes one file from another. */
export const OUTPUT_OPTIONS = {
  output: { type: 'string', short: 'o' },
  force: { type: 'boolean' },
} as const satisfies NonNullable<ParseArgsConfig['options']>

/** One file in, one file out; or what is wrong with the call. A file that is there is replaced only by `--force`. */
export interface OneToOne {
  readonly input: string
  readonly output: string
}

export function oneToOne(
  positionals: readonly string[],
  { output, force }: { readonly output?: string | undefined; readonly force?: boolean | undefined },
): OneToOne | WrongCall {
  const [input, ...others] = positionals
  if (input === undefined) return { wrong: 'no file given' }
  if (others.length > 0) return { wrong: 'one file at a time' }
  if (output === undefined) return { wrong: 'no output given: add -o OUT' }
  if (existsSync(output) && !force) return { wrong: `${JSON.stringify(output)} is there already: --force replaces it` }
  return { input, output }
}

/** The design of the input, or null after saying what is wrong with it. */
export function readInput(input: string, terminal: Terminal): Design | null {
  const design = readDesignFile(input)
  if (design.ok) return design.value.design
  for (const problem of design.problems) complainOf(input, problem, terminal)
  return null
}

/** Writes the output; 2 after saying why it cannot be written. */
export function writeOutput(output: string, text: string, terminal: Terminal): ExitCode {
  const problem = writeText(output, text)
  if (problem) complainOf(output, problem, terminal)
  return problem ? 2 : 0
}

/** Says what is wrong with a file, on a line of its own. */
export function complainOf(path: string, problem: Problem, terminal: Terminal): void {
  terminal.complain(`${printablePath(path)}: ${problemLine(problem)}\n`)
}
