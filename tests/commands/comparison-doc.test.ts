import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  costOf,
  costOfAll,
  DRAW_IO,
  ELEVEN_FLOWS,
  EXCALIDRAW,
  GROUNDPLAN,
  type Step,
  TEN_BLOCKS,
} from '../journeys/ten-blocks'

const FILE = 'docs/comparison.md'
const HOW = `UPDATE=1 npx vitest run --project unit tests/commands/comparison-doc.test.ts`

const TOOLS: Readonly<Record<string, readonly Step[]>> = {
  Groundplan: GROUNDPLAN,
  Excalidraw: EXCALIDRAW,
  'draw.io': DRAW_IO,
}

test(`${FILE} counts the steps of the tables; write it anew with: ${HOW}`, () => {
  if (process.env.UPDATE) writeFileSync(FILE, page())
  expect(readFileSync(FILE, 'utf8')).toBe(page())
})

test('a key of a chord and a click cost 1, a drag 2, letters are counted apart, and all as often as they are done', () => {
  expect(costOf({ what: '', does: ['Alt+Shift+Arrow', 'click', 'drag'], letters: 'a b', times: 2 })).toEqual({
    presses: 12,
    letters: 4,
  })
})

function page(): string {
  return `# Ten blocks, counted

How many keys and clicks it takes to draw one small design, *Click prediction*, from an empty canvas: ten named blocks and
eleven flows.

- Blocks: ${list(Object.keys(TEN_BLOCKS).map(lower))}
- Flows: ${list(ELEVEN_FLOWS.map(([from, to]) => `${lower(from)} to ${lower(to)}`))}

Each key of a chord counts 1 (Ctrl and an arrow are 2), a click 1, a drag 2: it has a place to begin and one to end.
Letters are counted apart. Moving the pointer to where it clicks is not counted.

${table(
  ['', 'Keys, clicks and drags', 'Letters'],
  Object.entries(TOOLS).map(([name, steps]) => {
    const { presses, letters } = costOfAll(steps)
    return [name, presses, letters]
  }),
)}
The first line is pressed and counted in Chromium by \`tests/journeys/ten-blocks.test.ts\`, which also looks at what was
drawn. The other two are worked out from the keys that those tools document, by the shortest way that we found, with no
press wasted; nobody was timed, and people who know them well may know a shorter one.

## What each has at the end

- **Groundplan**: ten blocks of the right kinds, with icons and fields, and eleven flows of the right kinds, in columns.
  Kinds bring their names, hence the few letters; a name of one's own costs F2, its letters and Enter. Lint reads the
  design as it grows. It draws designs of machine learning systems and nothing else.
- **Excalidraw**: ten rectangles with text and eleven arrows bound to them, of one look. Any picture can be drawn beside
  them, by hand, too. What a rectangle means is in its text alone.
- **draw.io**: ten rectangles with labels and eleven connectors. Shapes of many libraries can take their place. What a
  shape means is in its label and its look.

Names are typed in full in the last two, because a free shape has none. Kinds of blocks, which they have no notion of, are
not counted against them, nor is tidying up.
${Object.entries(TOOLS).map(steps).join('')}
## Sources

- Excalidraw: its help dialog (\`?\`), in [HelpDialog.tsx](https://github.com/excalidraw/excalidraw/blob/master/packages/excalidraw/components/HelpDialog.tsx): rectangle R, arrow A,
  edit text Enter, finish text Esc, create a flowchart from a generic element Ctrl and an arrow
- draw.io: its [sheet of keyboard shortcuts](https://github.com/jgraph/drawio/blob/dev/src/main/webapp/shortcuts.svg): insert a rectangle Ctrl+K, edit a label F2 or Enter, end it F2, Tab
  or Esc, clone and connect Alt+Shift and an arrow; and [how shapes are connected](https://desk.draw.io/support/solutions/articles/16000052833-how-to-connect-shapes-)
- Groundplan: [shortcuts](shortcuts.md), generated from its commands
`
}

function steps([name, all]: readonly [string, readonly Step[]]): string {
  const rows = all.map(step => {
    const { presses, letters } = costOf(step)
    const [first = '', ...others] = step.does.map(one => (/^(click|drag)$/.test(one) ? one : `\`${one}\``))
    const typed = step.letters === undefined || first === '' ? '' : `letters \`${step.letters}\``
    const times = step.times === undefined ? '' : `${step.times} times`
    const does = others.length > 0 ? [first, typed, ...others, times] : [typed, first, times]
    return [step.what, does.filter(Boolean).join(', '), presses || '', letters || '']
  })
  return `\n## ${name}, step by step\n\n${table(['What', 'How', 'Keys, clicks and drags', 'Letters'], rows)}`
}

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return `${[heads, heads.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')}\n`
}

function list(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
