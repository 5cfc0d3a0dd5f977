import { convert } from './convert'
import { lint } from './lint'
import type { WrongCall } from './options'
import { printable } from './printable'
import { render } from './render'
import type { ExitCode, Terminal } from './terminal'

const USAGE = `Usage: groundplan COMMAND ...

  lint FILE... [--format text|json] [--min-severity error|warning|info]
      Reviews designs (NAME.groundplan.json, NAME.plan) with every rule. The report lists every finding that is not
      waived; the severity (default: error) decides the exit code alone.

  convert IN -o OUT [--force]
      Writes a design file as plan text or plan text as a design file. --force replaces a file that is there.

  render IN -o OUT.svg [--theme light|dark] [--transparent] [--force]
      Draws a design as the editor exports it. One without places is laid out first.

  --help      prints this
  --version   prints the version

Exit codes: 0 done, 1 findings of that severity, 2 a file could not be read or written, or the call was wrong.
`

type Outcome = ExitCode | WrongCall
type Command = (args: readonly string[], terminal: Terminal) => Outcome | Promise<Outcome>

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['lint', lint],
  ['convert', convert],
  ['render', render],
])

/** Runs one command; returns the exit code. */
export async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (asksFor(args, '--help', '-h')) {
    terminal.print(USAGE)
    return 0
  }
  if (asksFor(args, '--version', '-v')) {
    terminal.print(`${terminal.version}\n`)
    return 0
  }
  const result = await run(args, terminal)
  if (typeof result === 'number') return result
  terminal.complain(`groundplan: ${printable(result.wrong)}\n\n${USAGE}`)
  return 2
}

function run([name, ...rest]: readonly string[], terminal: Terminal): Outcome | Promise<Outcome> {
  if (name === undefined) return { wrong: 'no command given' }
  const command = COMMANDS.get(name)
  return command ? command(rest, terminal) : { wrong: `unknown command ${JSON.stringify(name)}` }
}

/** After `--` everything is a file name. */
function asksFor(args: readonly string[], ...flags: readonly string[]): boolean {
  const end = args.indexOf('--')
  return args.slice(0, end < 0 ? undefined : end).some(arg => flags.includes(arg))
}
