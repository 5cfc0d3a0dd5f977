import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { USUAL_PAIRS } from '../../src/kinds/usual-pairs'
import type { Design } from '../../src/model/design'

const FILE = 'src/kinds/usual-pairs.ts'
const HOW = `UPDATE=1 npx vitest run --project unit tests/kinds/usual-pairs.test.ts`

test(`${FILE} says what the case studies hold; write it anew with: ${HOW}`, () => {
  const counted = counts()
  if (process.env.UPDATE) writeFileSync(FILE, pageOf(counted))
  else expect(USUAL_PAIRS).toEqual(counted)
})

type Counts = Record<string, Record<string, number>>

/** A pair counts once for each case study that has it, however often it does. */
function counts(): Counts {
  const all: Counts = {}
  for (const name of readdirSync('templates')) {
    const { blocks, flows }: Design = JSON.parse(readFileSync(`templates/${name}`, 'utf8'))
    const pairs = new Set(
      Object.values(flows).map(({ source, target }) => `${blocks[source]?.kind} ${blocks[target]?.kind}`),
    )
    for (const pair of [...pairs].sort()) {
      const [from = '', to = ''] = pair.split(' ')
      all[from] ??= {}
      all[from][to] = (all[from][to] ?? 0) + 1
    }
  }
  return Object.fromEntries(
    Object.entries(all)
      .sort(byName)
      .map(([from, to]) => [from, sorted(to)]),
  )
}

function sorted(row: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(row).sort((a, b) => b[1] - a[1] || byName(a, b)))
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}

function pageOf(counted: Counts): string {
  const [head] = readFileSync(FILE, 'utf8').split(' = {')
  const keyOf = (name: string) => (/^\w+$/.test(name) ? name : `'${name}'`)
  const rows = Object.entries(counted).map(([from, to]) => {
    const cells = Object.entries(to).map(([name, count]) => `${keyOf(name)}: ${count}`)
    const line = `  ${keyOf(from)}: { ${cells.join(', ')} },`
    return line.length <= 120 ? line : `  ${keyOf(from)}: {\n${cells.map(cell => `    ${cell},\n`).join('')}  },`
  })
  return `${head} = {\n${rows.join('\n')}\n}\n`
}
