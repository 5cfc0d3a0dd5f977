import { convert } from './convert'
import { lint } from './lint'
import type { WrongCall } from './options'
import { printable } from './printable'
import type { ExitCode, Terminal } from './terminal'

const USAGE = `Usage: groundplan COMMAND ...

  lint FILE... [--format text|json] [--min-severity error|warning|info]
      Reviews designs (NAME.groundplan.json, NAME.plan) with every rule. The report lists every finding that is not
      waived; the severity (default: error) decides the exit code alone.

  convert IN -o OUT [--force]
      Writes a design file as plan text or plan text as a design file. --force replaces a file that is there.

  --help      prints this
  --version   prints the version

Exit codes: 0 done, 1 findings of that severity, 2 a file could not be read or written, or the call was wrong.
`

type Command = (args: readonly string[], terminal: Terminal) => ExitCode | WrongCall

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['lint', lint],
  ['convert', convert],
])

/** Runs one command; returns the exit code. */
export function main(args: readonly string[], terminal: Terminal): ExitCode {
  if (asksFor(args, '--help', '-h')) {
    terminal.print(USAGE)
    return 0
  }
  if (asksFor(args, '--version', '-v')) {
    terminal.print(`${terminal.version}\n`)
    return 0
  }
  const result = run(args, terminal)
  if (typeof result === 'number') return result
  terminal.complain(`groundplan: ${printable(result.wrong)}\n\n${USAGE}`)
  return 2
}

function run([name, ...rest]: readonly string[], terminal: Terminal): ExitCode | WrongCall {
  if (name === undefined) return { wrong: 'no command given' }
  const command = COMMANDS.get(name)
  return command ? command(rest, terminal) : { wrong: `unknown command ${JSON.stringify(name)}` }
}

/** After `--` everything is a file name. */
function asksFor(args: readonly string[], ...flags: readonly string[]): boolean {
  const end = args.indexOf('--')
  return args.slice(0, end < 0 ? undefined : end).some(arg => flags.includes(arg))
}
