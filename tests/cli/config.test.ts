import { expect, test } from 'vitest'
import { parseConfig } from '../../src/cli/config'
import { workplace } from './workplace'

const IDS = ['no-fallback', 'no-data-source']
const { file, run } = workplace()

test('reads what a team sets', () => {
  const settings = {
    $schema: '../public/config.schema.json',
    profile: 'learning',
    rules: { 'no-fallback': 'off', 'no-data-source': 'info' },
    maxWarnings: 3,
    minSeverity: 'warning',
  }
  expect(parseConfig(JSON.stringify(settings), IDS)).toEqual({ ok: true, value: settings })
})

test.each([
  ['[]', '', 'expected an object with settings, got an empty list.', undefined],
  ['{ "profil": 1 }', 'profil, line 1', 'there is no such setting.', 'Did you mean profile?'],
  ['{ "x": 1 }', 'x, line 1', 'there is no such setting.', 'There are profile, rules, maxWarnings, minSeverity.'],
  [
    '{ "__proto__": {} }',
    '__proto__, line 1',
    'there is no such setting.',
    'There are profile, rules, maxWarnings, minSeverity.',
  ],
  ['{\n "profile": "strict" }', 'profile, line 2', 'expected learning or review, got "strict".', undefined],
  ['{ "maxWarnings": 1.5 }', 'maxWarnings, line 1', 'expected a whole number from 0, got 1.5.', undefined],
  ['{ "minSeverity": null }', 'minSeverity, line 1', 'expected error, warning or info, got null.', undefined],
  [
    '{ "rules": [] }',
    'rules, line 1',
    'expected an object such as { "no-fallback": "error" }, got an empty list.',
    undefined,
  ],
  [
    '{ "rules": { "no-falback": "off" } }',
    'rules.no-falback, line 1',
    'there is no such rule.',
    'Did you mean no-fallback?',
  ],
  ['{ "rules": { "zzz": "off" } }', 'rules.zzz, line 1', 'there is no such rule.', 'groundplan rules lists them.'],
  [
    '{ "rules": { "no-fallback": 2 } }',
    'rules.no-fallback, line 1',
    'expected off, info, warning or error, got 2.',
    undefined,
  ],
  ['{ "$schema": 1 }', '$schema, line 1', 'expected the address of a schema, got 1.', undefined],
  ['{', 'line 1, column 2', 'the text ends in the middle of the design.', 'A part of the file is missing.'],
  [
    '{ "rules": {}, "rules": {} }',
    'rules, line 1',
    'stands here twice, first on line 1.',
    'Keep one of the two, or give one another name.',
  ],
])('%s is refused with its place', (text, path, message, hint) => {
  expect(parseConfig(text, IDS)).toEqual({
    ok: false,
    problems: [{ path, message, ...(hint === undefined ? {} : { hint }) }],
  })
})

test('the file of the working folder decides, what the call says wins, and a file beside the design says nothing', async () => {
  file('served.plan', 'client -request-> online-inference\n')
  file('designs/served.plan', 'client -request-> online-inference\n')
  file('designs/groundplan.config.json', '{ "rules": { "unmonitored-model": "off" } }')
  const found = async (...args: readonly string[]) => {
    const { out } = await run('lint', ...args, '--format', 'json')
    const [{ findings }] = JSON.parse(out).files as [{ findings: { rule: string; severity: string }[] }]
    return findings.find(({ rule }) => rule === 'unmonitored-model')?.severity
  }
  const beside = await found('designs/served.plan')
  file('groundplan.config.json', '{ "rules": { "unmonitored-model": "info" } }')
  expect([
    beside,
    await found('served.plan'),
    await found('served.plan', '--rule', 'unmonitored-model=warning'),
    await found('served.plan', '--rule', 'unmonitored-model=warning', '--rule', 'unmonitored-model=off'),
  ]).toEqual(['error', 'info', 'warning', undefined])
})

test('minSeverity, maxWarnings and profile of the file hold unless the call says otherwise', async () => {
  file('served.plan', 'client -request-> online-inference\n')
  const code = async (config: object, ...args: readonly string[]) => {
    file('groundplan.config.json', JSON.stringify(config))
    return (await run('lint', 'served.plan', ...args)).code
  }
  // Of this small drawing learning asks nothing.
  const learning = { profile: 'learning', minSeverity: 'info' }
  expect([
    await code({}),
    await code(learning),
    await code(learning, '--profile', 'review'),
    await code(
      {
        rules: { 'unmonitored-model': 'off', 'brief-business-goal-missing': 'off', 'model-without-training': 'off' },
        ...learning,
        profile: 'review',
      },
      '--min-severity',
      'error',
      '--max-warnings',
      '0',
    ),
    await code({ ...learning, maxWarnings: 0 }, '--max-warnings', '0'),
  ]).toEqual([1, 0, 1, 1, 0])
})

test('a configuration that is wrong stops the run and says where', async () => {
  file('served.plan', 'client\n')
  file('groundplan.config.json', '{\n  "rules": { "no-falback": "off" },\n  "maxWarnings": "few"\n}\n')
  expect(await run('lint', 'served.plan')).toEqual({
    code: 2,
    out: '',
    err: `groundplan.config.json: rules.no-falback, line 2: there is no such rule. Did you mean no-fallback?
groundplan.config.json: maxWarnings, line 3: expected a whole number from 0, got "few".
`,
  })
})
