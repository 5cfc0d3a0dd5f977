import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { RULES } from '../../src/rules/index'
import { workplace } from './workplace'

const SCHEMA = readFileSync('tests/fixtures/sarif-schema-2.1.0.json', 'utf8')
const { file, run } = workplace()

interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string }
        readonly region: object
      }
      readonly logicalLocations?: readonly object[]
    },
  ]
  readonly partialFingerprints: object
  readonly suppressions?: readonly object[]
}

interface Log {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly version: string; readonly rules: readonly { readonly id: string }[] }
      }
      readonly invocations: readonly object[]
      readonly results: readonly Result[]
    },
  ]
}

/** The schema is of draft 4, which differs from later ones in its `id`; one of its patterns is no `u` expression. */
function validator() {
  const { id: _, $schema: __, ...schema } = JSON.parse(SCHEMA)
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv)
  return ajv.compile(schema)
}

const isValid = validator()

/** What the standard says against a log. */
function problemsOf(log: unknown): string[] {
  return isValid(log) ? [] : (isValid.errors ?? []).map(error => `${error.instancePath}: ${error.message}`)
}

async function sarif(...args: readonly string[]): Promise<Log> {
  const { out } = await run('lint', ...args, '--format', 'sarif')
  const log = JSON.parse(out) as Log
  expect(problemsOf(log)).toEqual([])
  return log
}

const SERVED = 'title "Feed"\nclient -request-> online-inference\n'
const MONITOR = ({ ruleId }: Result) => ruleId === 'unmonitored-model'

test('the check against the standard finds what is wrong', () => {
  expect(problemsOf({ version: '2.1.0', runs: [{ tool: { driver: {} }, result: [] }] })).toEqual([
    '/runs/0: must NOT have additional properties',
    "/runs/0/tool/driver: must have required property 'name'",
  ])
})

test('a result names its rule, its level, its block and the line of it', async () => {
  file('served.plan', SERVED)
  const { tool, results } = (await sarif('served.plan')).runs[0]
  const found = results.find(MONITOR)
  expect(found).toEqual({
    ruleId: 'unmonitored-model',
    ruleIndex: tool.driver.rules.findIndex(({ id }) => id === 'unmonitored-model'),
    level: 'error',
    message: { text: expect.stringContaining('monitor') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'served.plan', uriBaseId: '%SRCROOT%' },
          region: { startLine: 2, startColumn: 19, endLine: 2, endColumn: 35 },
        },
        logicalLocations: [{ name: 'online-inference', fullyQualifiedName: 'blocks.online-inference', kind: 'object' }],
      },
    ],
    partialFingerprints: { 'groundplanFinding/v1': expect.stringMatching(/^[0-9a-f]{32}$/) },
  })
  expect(tool.driver.version).toBe('1.2.3')
})

test('every rule is described within the limits of code scanning; one that is off is not', async () => {
  file('served.plan', SERVED)
  const { driver } = (await sarif('served.plan', '--rule', 'no-fallback=off')).runs[0].tool
  expect(driver.rules.map(({ id }) => id)).toEqual([
    ...RULES.map(({ id }) => id).filter(id => id !== 'no-fallback'),
    'file-unreadable',
  ])
  for (const rule of driver.rules as unknown as readonly Record<string, { text: string; markdown?: string }>[]) {
    const { shortDescription, fullDescription, help, defaultConfiguration, properties } = rule
    expect(Math.max(shortDescription?.text.length ?? 0, fullDescription?.text.length ?? 0)).toBeLessThanOrEqual(1024)
    expect(help).toEqual({ text: expect.stringMatching(/.{100}/s), markdown: expect.stringContaining('## Why') })
    expect(['error', 'warning', 'note']).toContain((defaultConfiguration as unknown as { level: string }).level)
    expect(properties).toEqual({
      tags: expect.any(Array),
      'problem.severity': expect.stringMatching(/^(?:error|warning|recommendation)$/),
    })
  }
})

test('a severity that a team sets is the level of the result', async () => {
  file('served.plan', SERVED)
  const { results } = (await sarif('served.plan', '--rule', 'unmonitored-model=info')).runs[0]
  expect(results.find(MONITOR)?.level).toBe('note')
})

test('a fingerprint stays when lines move and differs between findings', async () => {
  file('served.plan', SERVED)
  const before = (await sarif('served.plan')).runs[0].results
  file('served.plan', `# A comment\n\n  ${SERVED}`)
  const after = (await sarif('served.plan')).runs[0].results
  const prints = (results: readonly Result[]) => results.map(each => JSON.stringify(each.partialFingerprints))
  expect(prints(after)).toEqual(prints(before))
  expect(new Set(prints(after)).size).toBe(after.length)
})

test('a waived finding is suppressed with the reason of the file, or left out where that is asked for', async () => {
  file(
    'waived.plan',
    `${SERVED}waive unmonitored-model "A demo."\nwaive unmonitored-model @online-inference "For a week."\n`,
  )
  const { results } = (await sarif('waived.plan')).runs[0]
  const shown = (await sarif('waived.plan', '--without-waived')).runs[0].results
  expect(results.filter(MONITOR).map(each => each.suppressions)).toEqual([
    [
      { kind: 'inSource', status: 'accepted', justification: 'A demo.' },
      { kind: 'inSource', status: 'accepted', justification: 'For a week.' },
    ],
  ])
  expect([results.filter(each => each.suppressions).length, shown.filter(MONITOR)]).toEqual([1, []])
})

test('a file that cannot be read is a result at its line, and the run did not succeed', async () => {
  file('broken.plan', 'client\nmodel rankr\n')
  file('broken.groundplan.json', '{\n  "schema": 1,\n  "about": 1\n}\n')
  const { results, invocations, tool } = (await sarif('broken.plan', 'broken.groundplan.json', 'absent.plan')).runs[0]
  const ruleIndex = tool.driver.rules.findIndex(({ id }) => id === 'file-unreadable')
  const place = (uri: string, startLine: number, startColumn: number) => [
    {
      physicalLocation: {
        artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
        region: { startLine, startColumn, endLine: startLine, endColumn: startColumn + 1 },
      },
    },
  ]
  const common = { ruleId: 'file-unreadable', ruleIndex, level: 'error', partialFingerprints: expect.any(Object) }
  expect(results).toEqual([
    {
      ...common,
      message: { text: '“rankr” is no kind of block. Did you mean ranker?' },
      locations: place('broken.plan', 2, 7),
    },
    { ...common, message: { text: 'expected an object, got 1.' }, locations: place('broken.groundplan.json', 3, 1) },
    {
      ...common,
      message: { text: 'There is no such file. Check the name and the folder.' },
      locations: place('absent.plan', 1, 1),
    },
  ])
  expect(invocations).toEqual([{ executionSuccessful: false, toolExecutionNotifications: [] }])
})

test('paths are relative to the working folder and encoded', async () => {
  const names = ['a b/ü #1?.plan', '::error::x.plan', '50%.plan']
  for (const name of names) file(name, SERVED)
  const uris = async (...args: readonly string[]) => {
    const { results } = (await sarif(...args)).runs[0]
    return [...new Set(results.map(each => each.locations[0].physicalLocation.artifactLocation.uri))]
  }
  expect(await uris(...names)).toEqual(['a%20b/%C3%BC%20%231%3F.plan', '%3A%3Aerror%3A%3Ax.plan', '50%25.plan'])
  expect(await uris(`${process.cwd()}/50%.plan`, './a b/../50%.plan')).toEqual(['50%25.plan'])
})

test('labels make no links, no control characters and no commands of a build runner', async () => {
  const label = '[x](http://evil.example)\u001b[2J\u009b\n::stop-commands::y\r##[set-env name=A]b'
  const blocks = { user: { kind: 'client', label }, model: { kind: 'online-inference', label } }
  const flows = { call: { kind: 'request', source: 'user', target: 'model' } }
  const waivers = { w: { rule: 'no-fallback', at: [], reason: label } }
  file(
    'hostile.groundplan.json',
    JSON.stringify({ schema: 1, about: { design: { title: label } }, blocks, flows, waivers }),
  )
  const log = await sarif('hostile.groundplan.json')
  const texts = log.runs[0].results.map(each => each.message.text).filter(text => text.includes('evil'))
  expect(texts.length).toBeGreaterThan(0)
  expect(texts.filter(text => /\]\(|\p{Cc}|##\[/u.test(text))).toEqual([])
  const { out } = await run('lint', 'hostile.groundplan.json', '--format', 'sarif')
  expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}|##\[/u)
  expect(out.split('\n').filter(line => line.trimStart().startsWith('::'))).toEqual([])
})
