import { expect, test } from 'vitest'
import { designText } from '../../src/model/text'
import { designOf } from '../../src/plan/sketch'
import { type Run, workplace } from './workplace'

const { file, run } = workplace()

/** Escapes, a second line that is a command to GitHub, one to Azure, a mark that turns text, a line separator. */
const EVIL = '::error::x\u001b[2J\u009b\n::stop-commands::y\r##[set-env name=A]b\u202ec\u2028::d'

/** What of an output a terminal or a build runner would take for more than text. */
function harmOf({ out, err }: Run): string[] {
  const lines = `${out}\n${err}`.split('\n')
  return lines.filter(line => /\p{Cc}|##\[|[\u202e\u2028]/u.test(line) || line.trimStart().startsWith('::'))
}

/** A design whose every text is hostile, written to a file of that name. */
function hostile(name: string): string {
  const plan = 'title "T"\ngroup g "G"\nclient -> app-service -> ranker\nwaive no-fallback @ranker "R"\n'
  const design = designOf(plan)
  const blocks = Object.values(design.blocks).map(block => [
    block.id,
    { ...block, label: EVIL, notes: EVIL, group: 'g' },
  ])
  const waivers = Object.values(design.waivers).map(waiver => [waiver.id, { ...waiver, reason: EVIL }])
  return file(
    name,
    designText({
      ...design,
      about: { design: { title: EVIL, author: EVIL } },
      groups: { g: { id: 'g', label: EVIL } },
      blocks: Object.fromEntries(blocks),
      waivers: Object.fromEntries(waivers),
    }),
  )
}

test.each(['text', 'json', 'sarif'])('no text of a design does harm as %s, before and after --fix', async format => {
  const name = hostile('labels.groundplan.json')
  const plain = await run('lint', name, '--format', format)
  const fixed = await run('lint', name, '--format', format, '--fix')
  expect([plain.out === '', harmOf(plain), harmOf(fixed)]).toEqual([false, [], []])
})

test.each(['text', 'json', 'sarif'])('no name of a file does harm as %s', async format => {
  const names = [`${EVIL}/a.plan`, '::error::b.plan', ' ::notice::c.plan', '--fix.plan'].map(name =>
    file(name, 'client\n'),
  )
  const missing = [`${EVIL}*.plan`, `${EVIL}.plan`]
  const all = await run('lint', '--format', format, '--', ...names, ...missing, EVIL)
  const below = await run('lint', '--format', format, '.')
  expect([all.code, harmOf(all), harmOf(below)]).toEqual([2, [], []])
})

test('no file that cannot be read, no configuration and no call does harm', async () => {
  const broken = [
    file('broken.groundplan.json', `{"schema":1,"about":${JSON.stringify(EVIL)},${JSON.stringify(EVIL)}:1}`),
    file('broken.plan', `"${EVIL}"\nx ${EVIL}\nrk ranker ${EVIL}=1\n`),
  ]
  const runs: Run[] = []
  for (const format of ['text', 'json', 'sarif']) runs.push(await run('lint', ...broken, '--format', format))
  runs.push(await run('lint', 'a.plan', '--rule', `${EVIL}=off`), await run('lint', 'a.plan', '--format', EVIL))
  runs.push(await run('rules', EVIL), await run(EVIL), await run('lint', 'a.plan', `--${EVIL}`))
  file('groundplan.config.json', JSON.stringify({ [EVIL]: 1, rules: { [EVIL]: EVIL }, profile: EVIL }))
  runs.push(await run('lint', 'broken.plan'))
  file('groundplan.config.json', '{}')
  expect(runs.map(({ code }) => code)).toEqual(runs.map(() => 2))
  expect(runs.flatMap(harmOf)).toEqual([])
})

test('no rule of a module does harm', async () => {
  const text = JSON.stringify(EVIL)
  const rule = `{ id: 'acme-x', step: 'serve', severity: 'info', summary: ${text}, why: ${text}, bad: ['client'] }`
  file('e.plan', 'client\n')
  const speaks = file('speaks.mjs', `export default { ...${rule}, check: () => [{ at: [], message: ${text} }] }`)
  const throws = file('throws.mjs', `export default { ...${rule}, check() { throw new Error(${text}) } }`)
  const fails = file('fails.mjs', `throw new Error(${text})`)
  const runs: Run[] = []
  for (const rules of [speaks, throws, fails])
    for (const format of ['text', 'json', 'sarif'])
      runs.push(await run('lint', 'e.plan', '--rules', rules, '--format', format))
  runs.push(await run('rules', '--rules', speaks), await run('rules', 'acme-x', '--rules', speaks))
  expect(runs.flatMap(harmOf)).toEqual([])
})
