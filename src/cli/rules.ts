import { statementTexts } from '../plan/spans'
import { RULES } from '../rules/index'
import { bookOf, type Entry, PARTS, partName, sectionsOf } from './book'
import { loadRules } from './custom-rules'
import { complainOf } from './one-to-one'
import { readOptions, type WrongCall } from './options'
import { COLOURS, type Paint, painter } from './paint'
import { printable, printableProse } from './printable'
import { didYouMean } from './settings'
import type { ExitCode, Terminal } from './terminal'

const OPTIONS = { rules: { type: 'string', multiple: true } } as const

/** Signs on a line of prose; a terminal is seldom narrower, and wider lines are hard to read. */
const MEASURE = 96

/** Prints the rule book, or the page of one rule. */
export async function rules(args: readonly string[], terminal: Terminal): Promise<ExitCode | WrongCall> {
  const call = readOptions(args, OPTIONS)
  if ('wrong' in call) return call
  const [id, ...others] = call.positionals
  if (others.length > 0) return { wrong: 'one rule at a time' }
  const own = await loadRules(call.values.rules ?? [], terminal)
  if ('problems' in own) {
    for (const problem of own.problems) complainOf(own.file, problem, terminal)
    return 2
  }
  const book = bookOf([...RULES, ...own.rules])
  const paint = painter(terminal.hasColour)
  if (id === undefined) {
    terminal.print(bookText(book, paint))
    return 0
  }
  const entries = [...book.values()].flat()
  const entry = entries.find(each => each.id === id)
  if (!entry) {
    const hint =
      didYouMean(
        id,
        entries.map(each => each.id),
      ) ?? '“groundplan rules” lists them.'
    return { wrong: `there is no rule ${JSON.stringify(id)}. ${hint}` }
  }
  terminal.print(pageText(entry, paint))
  return 0
}

/** The rules by step, one on a line. */
function bookText(book: ReadonlyMap<string, readonly Entry[]>, paint: Paint): string {
  const entries = [...book.values()].flat()
  const width = Math.max(...entries.map(({ id }) => id.length))
  const parts = PARTS.flatMap(part => {
    const own = book.get(part) ?? []
    const lines = own.map(({ id, severity, summary }) =>
      [' ', paint(COLOURS[severity], severity.padEnd(7)), id.padEnd(width), printable(summary)].join(' '),
    )
    return own.length === 0 ? [] : [[paint('bold', partName(part)), ...lines].join('\n')]
  })
  return `${parts.join('\n\n')}\n\n${entries.length} rules. “groundplan rules ID” prints the page of one.\n`
}

function pageText(entry: Entry, paint: Paint): string {
  const { id, severity, sort, step, summary } = entry
  const head = `${paint('bold', id)}  ${paint(COLOURS[severity], severity)}  ${partName(step)}  ${sort}`
  const sections = sectionsOf(entry).map(({ title, texts, isList }) =>
    [paint('bold', title), ...texts.flatMap(text => wrapped(text, isList ? '- ' : ''))].join('\n'),
  )
  const examples = [
    ['Flagged', entry.bad],
    ['Not flagged', entry.good],
  ] as const
  const plans = examples
    .filter(([, list]) => list.length > 0)
    .map(([title, list]) => `${paint('bold', title)}${list.flatMap(planLines).join('\n')}`)
  const setting = `Set it with --rule ${id}=off|info|warning|error. Accept one finding in the design: waive ${id} @block "why"`
  return `${[head, wrapped(summary, '').join('\n'), ...sections, ...plans, setting].join('\n\n')}\n`
}

function planLines(plan: string): string[] {
  return ['', ...statementTexts(plan).map(statement => `  ${printableProse(statement)}`)]
}

/** Prose in lines, after a bullet on the first and under it on the others. */
function wrapped(text: string, bullet: string): string[] {
  const lines = ['']
  for (const word of printableProse(text).split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && line.length + word.length >= MEASURE) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.map((line, i) => `  ${i === 0 ? bullet : ' '.repeat(bullet.length)}${line}`)
}
