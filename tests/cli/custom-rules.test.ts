import { expect, test } from 'vitest'
import { workplace } from './workplace'

const { content, file, run } = workplace()

const RULE = `{
  id: 'acme-owner',
  step: 'serve',
  severity: 'warning',
  summary: 'Every block has an owner.',
  *check(graph) {
    for (const block of graph.blocks)
      if (!block.props.owner) yield { at: [block.id], message: 'No owner: nobody is called when it fails.' }
  },
}`

async function findings(...args: readonly string[]) {
  const { out } = await run('lint', ...args, '--format', 'json')
  return JSON.parse(out).files[0].findings.filter(({ rule }: { rule: string }) => rule.startsWith('acme-'))
}

test.each([
  ['a rule', `export default ${RULE}`],
  ['a list of rules', `export default [${RULE}]`],
  ['a function that is handed the tools', `export default ({ named }) => (named ? [${RULE}] : [])`],
])('a module may export %s', async (what, code) => {
  file('a.plan', 'client -request-> app-service\n')
  const name = file(`${what.replaceAll(' ', '-')}.mjs`, code)
  const found = await findings('a.plan', '--rules', `./${name}`)
  expect(found.map(({ at }: { at: string[] }) => at)).toEqual([['app-service'], ['client']])
})

test('its rules are set, waived, printed and described as ours are', async () => {
  const own = file('own.mjs', `export default ${RULE}`)
  file('b.plan', 'client -request-> app-service\nwaive acme-owner @client "Users own themselves."\n')
  const [found] = await findings('b.plan', '--rules', own, '--rule', 'acme-owner=info')
  expect(found).toMatchObject({ rule: 'acme-owner', severity: 'info', at: ['app-service'] })
  const [{ tool }] = JSON.parse((await run('lint', 'b.plan', '--rules', own, '--format', 'sarif')).out).runs
  expect(tool.driver.rules.at(-2)).toMatchObject({
    id: 'acme-owner',
    shortDescription: { text: 'Every block has an owner.' },
  })
  expect((await run('rules', '--rules', own)).out).toContain('warning acme-owner')
  expect((await run('rules', 'acme-owner', '--rules', own)).out).toContain('Every block has an owner.')
})

test('a fix that is made with draftFix is applied by --fix', async () => {
  const own = file(
    'fixing.mjs',
    `export default ({ draftFix, named }) => ({
      id: 'acme-cache', step: 'serve', severity: 'warning', summary: 'Services have a cache.',
      *check(graph) {
        for (const service of graph.ofKind('app-service')) {
          if (graph.outOf(service.id).some(flow => graph.block(flow.target)?.kind === 'cache')) continue
          const draft = draftFix(graph)
          draft.link(service.id, draft.add('cache', service.id + '-cache'))
          yield { at: [service.id], message: named(service) + ' has no cache.', fixes: [draft.done('add cache')] }
        }
      },
    })`,
  )
  file('c.plan', 'client -request-> app-service\n')
  await run('lint', 'c.plan', '--fix', '--rules', own)
  expect(content('c.plan')).toContain('app-service -request-> app-service-cache')
})

test.each([
  ['no default export', 'export const rule = 1', ['It has no default export.']],
  ['an empty list', 'export default []', ['It has no rule.']],
  ['null', 'export default null', ['rule 1: this is no object.']],
  ['a throw', 'throw new Error("boom\\nsecond line")', ['It could not be loaded: boom']],
  ['a function that throws', 'export default () => { throw new Error("boom") }', ['It could not be loaded: boom']],
  [
    'an id of ours',
    `export default { ...${RULE}, id: 'no-fallback' }`,
    ['rule “no-fallback”: Groundplan has a rule of that id.'],
  ],
  ['an id twice', `export default [${RULE}, ${RULE}]`, ['rule “acme-owner”: two rules have this id.']],
  [
    'an id of two words',
    "export default { id: 'a b' }",
    [
      'rule 1: “id” is a word of letters, digits and “-”, such as acme-owner-missing.',
      'rule 1: “step” is clarify, frame, data, model, evaluate, serve, monitor or diagram.',
      'rule 1: “severity” is error, warning or info.',
      'rule 1: “summary” is missing: a sentence that says what a good design has.',
      'rule 1: “check” is missing: a function that is handed a graph and gives findings.',
    ],
  ],
  [
    'values of other types',
    `export default { ...${RULE}, sort: 'x', applies: 1, why: 2, silent: 'a', good: [1], source: [{ title: 'T', url: 'http://x' }] }`,
    [
      'rule “acme-owner”: “sort” is coverage or correctness.',
      'rule “acme-owner”: “applies” is a function.',
      'rule “acme-owner”: “why” is a sentence.',
      'rule “acme-owner”: “silent” is a list of texts.',
      'rule “acme-owner”: “good” is a list of texts.',
      'rule “acme-owner”: “source” is a list of { title, item, url }; title is a text, and an url starts with https://.',
    ],
  ],
])('a module with %s is refused', async (what, code, sentences) => {
  file('a.plan', 'client\n')
  const name = file(`${what.replaceAll(' ', '-')}.mjs`, code)
  const { code: exit, out, err } = await run('lint', 'a.plan', '--rules', name)
  const lines = err.trimEnd().split('\n')
  expect([exit, out, lines.length]).toEqual([2, '', sentences.length])
  for (const [i, sentence] of sentences.entries()) expect(lines[i]).toContain(`${name}: ${sentence}`)
})

test('a module that is not there is told', async () => {
  file('a.plan', 'client\n')
  const { code, err } = await run('lint', 'a.plan', '--rules', 'absent.mjs')
  expect(code).toBe(2)
  expect(err).toMatch(/^absent\.mjs: It could not be loaded: /)
})

test.each([
  ['return 1', '“check” gives a list of findings, or yields them.'],
  ['return [1]', 'a finding is an object with “at” and “message”.'],
  ['return [{ at: [] }]', 'a finding has no “message”.'],
  ['return [{ message: "m" }]', '“at” of a finding is a list of ids, empty for the brief.'],
  ['return [{ message: "m", at: ["constructor"] }]', 'a finding is at “constructor”, which the design does not have.'],
  ['return [{ message: "m", at: [], severity: "fatal" }]', 'a severity is error, warning or info.'],
  ['return [{ message: "m", at: [], field: 1 }]', '“field” of a finding is the key of a property.'],
  [
    'return [{ message: "m", at: [], fixes: [{ title: "t", edit: { changes: [{ op: "put", table: "x", id: "a" }] } }] }]',
    'a fix is made with draftFix, or is { title, field, examples }.',
  ],
  ['throw new Error("boom")', 'boom'],
])('a rule whose check does “%s” is named in one finding, and the others run on', async (body, reason) => {
  file('a.plan', 'client -request-> online-inference\n')
  const name = file(
    `check-${body.length}-${reason.length}.mjs`,
    `export default { id: 'acme-slip', step: 'serve', severity: 'info', summary: 'None.', check() { ${body} } }`,
  )
  const [found, ...others] = await findings('a.plan', '--rules', name)
  expect(others).toEqual([])
  expect(found.message).toBe(`The rule acme-slip stopped with an error and judged nothing: ${reason}`)
})
