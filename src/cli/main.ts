import { ENGINE_NAMES } from '../layout/engines'
import { CONFIG_FILE } from './config'
import { convert } from './convert'
import { layout } from './layout'
import { lint } from './lint'
import type { WrongCall } from './options'
import { printable } from './printable'
import { render } from './render'
import { rules } from './rules'
import type { ExitCode, Terminal } from './terminal'

const USAGE = `Usage: groundplan COMMAND ...

  lint TARGET...
      Reviews designs with every rule. A target is a file (NAME.groundplan.json, NAME.plan), a folder, or a pattern such
      as "designs/**/*.plan". The report lists every finding that is not waived.
      --format text|json|sarif             text unless given
      --min-severity error|warning|info    findings from here up make the run fail; error unless given
      --max-warnings N                     so do more than N warnings
      --rule ID=off|info|warning|error     sets a rule, as often as needed
      --profile learning|review            learning asks a drawing of few blocks for nothing it has not got yet
      --fix                                applies the fixes that are changes to the drawing, then reviews
      --without-waived                     leaves waived findings out of SARIF
      --rules FILE.js                      adds rules of your own, as often as needed
      Reads ${CONFIG_FILE} in the working folder; what the call says wins.

  rules [ID] [--rules FILE.js]
      Prints the rule book, or the page of one rule.

  convert IN -o OUT [--force]
      Writes a design file as plan text or plan text as a design file. --force replaces a file that is there.

  render IN -o OUT.svg [--theme light|dark] [--transparent] [--force]
      Draws a design as the editor exports it. One without places is laid out first.

  layout IN -o OUT.groundplan.json [--engine NAME] [--seed N] [--force]
      Tidies a design as the editor does, or lays it out anew by the engine or seed that is named.
      --engine ${ENGINE_NAMES.join('|')}

  --help      prints this
  --version   prints the version

Exit codes: 0 done, 1 findings of that severity, 2 a file could not be read or written, or the call was wrong.
`

type Outcome = ExitCode | WrongCall
type Command = (args: readonly string[], terminal: Terminal) => Outcome | Promise<Outcome>

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['lint', lint],
  ['rules', rules],
  ['convert', convert],
  ['render', render],
  ['layout', layout],
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
