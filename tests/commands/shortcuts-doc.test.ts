import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Command, commandTitle } from '../../src/ui/commands/command'
import { COMMANDS } from '../../src/ui/commands/registry'
import { keyWords, POINTER, shortcutParts } from '../../src/ui/shortcuts/sheet'

const FILE = 'docs/shortcuts.md'
const HOW = `UPDATE=1 npx vitest run --project unit tests/commands/shortcuts-doc.test.ts`

test(`${FILE} lists what the commands say; write it anew with: ${HOW}`, () => {
  if (process.env.UPDATE) writeFileSync(FILE, page())
  expect(readFileSync(FILE, 'utf8')).toBe(page())
})

test('a command whose name depends on the design has a title for lists', () => {
  const commands: readonly Command[] = COMMANDS
  expect(commands.filter(one => typeof one.name === 'function' && !one.title).map(one => one.id)).toEqual([])
})

test('no two commands share an id or a title, and one that gives its keys to a later one says when it applies', () => {
  const commands: readonly Command[] = COMMANDS
  const repeated = (all: readonly string[]) => all.filter((one, index) => all.indexOf(one) !== index)
  const gives = (keys: string, index: number) => commands.slice(index + 1).some(later => later.keys?.includes(keys))
  const greedy = commands.filter((one, index) => !one.isEnabled && one.keys?.some(keys => gives(keys, index)))
  expect(repeated(commands.map(one => one.id))).toEqual([])
  expect(repeated(commands.map(commandTitle))).toEqual([])
  expect(greedy.map(one => one.id)).toEqual([])
})

function page(): string {
  const parts = shortcutParts().map(({ name, lines }) =>
    table(
      name,
      ['Command', 'Keys'],
      lines.map(line => [line.name, line.keys.map(keysText).join(' or ')]),
    ),
  )
  return [
    '# Shortcuts\n',
    'Made from the commands of the editor; `?` shows the same list there. On a Mac, `Cmd` stands for `Ctrl` and',
    '`Option` for `Alt`. Single keys work while no field has the cursor.\n',
    ...parts,
    table('Pointer', ['Gesture', 'What it does'], POINTER),
  ].join('\n')
}

function table(name: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, heads.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`)
  return `## ${name}\n\n${lines.join('\n')}\n`
}

function keysText(combination: string): string {
  return keyWords(combination, 'Ctrl')
    .map(key => `\`${key}\``)
    .join(' + ')
}
