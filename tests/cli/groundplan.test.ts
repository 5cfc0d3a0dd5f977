import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import manifest from '../../package.json'
import { buildCli } from '../../scripts/build-cli.mjs'
import { MAX_FILE_BYTES } from '../../src/gate/limits'
import { STEPS } from '../../src/model/design'

// A guard against a hang, not a measurement: the machine may be slow.
const PATIENCE = 60_000

const folder = mkdtempSync(join(tmpdir(), 'groundplan-cli-'))

beforeAll(() => buildCli(), PATIENCE)
afterAll(() => rmSync(folder, { recursive: true }))

interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function groundplan(...args: readonly string[]): Run {
  const script = join(import.meta.dirname, '../../scripts/groundplan.mjs')
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
    timeout: PATIENCE,
  })
  return { code: status, out: stdout, err: stderr }
}

function file(name: string, text: string | Uint8Array): string {
  writeFileSync(join(folder, name), text)
  return name
}

function content(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

function lintJson(...files: readonly string[]) {
  return JSON.parse(groundplan('lint', ...files, '--format', 'json').out).files
}

const SERVED = 'client -request-> online-inference\n'

test('exits with 1 on findings of the severity asked for and lists them all the same', { timeout: PATIENCE }, () => {
  const plan = file('served.plan', SERVED)
  const byDefault = groundplan('lint', plan)
  expect({ code: byDefault.code, err: byDefault.err }).toEqual({ code: 1, err: '' })
  expect(byDefault.out).toContain('unmonitored-model')
})

test('--min-severity decides the exit code alone', { timeout: PATIENCE }, () => {
  const plan = file('served.plan', SERVED)
  const [strict, lax] = ['info', 'error'].map(severity => groundplan('lint', plan, '--min-severity', severity))
  expect(strict).toEqual(lax)
})

test('a waived finding is left out of the findings and listed with its reason', { timeout: PATIENCE }, () => {
  const waiver = 'waive unmonitored-model @online-inference "A demo for one week."\n'
  const [open, waived] = lintJson(file('served.plan', SERVED), file('waived.plan', SERVED + waiver))
  const isMonitor = (each: { rule: string }) => each.rule === 'unmonitored-model'
  const others = open.findings.filter((each: { rule: string }) => !isMonitor(each))
  expect({ findings: waived.findings, waived: waived.waived }).toEqual({
    findings: others,
    waived: [
      {
        rule: 'unmonitored-model',
        at: ['online-inference'],
        reason: 'A demo for one week.',
        gone: [],
        findings: open.findings.filter(isMonitor),
      },
    ],
  })
})

test('JSON gives each finding with rule, severity, step, place and message, and the coverage by step', {
  timeout: PATIENCE,
}, () => {
  const [report] = lintJson(file('served.plan', SERVED))
  expect(Object.keys(report)).toEqual(['path', 'findings', 'waived', 'coverage', 'score'])
  expect(Object.keys(report.coverage)).toEqual([...STEPS])
  expect(report.findings.find((each: { rule: string }) => each.rule === 'unmonitored-model')).toEqual({
    rule: 'unmonitored-model',
    severity: 'error',
    step: 'monitor',
    at: ['online-inference'],
    line: 1,
    column: 19,
    message: expect.stringContaining('monitor'),
    fixes: [{ title: 'add drift and quality monitors', isAutomatic: true }],
  })
})

test('a design file and the plan text of the same design give the same report', { timeout: PATIENCE }, () => {
  const plan = file('same.plan', 'user client\nmodel online-inference\nuser -request-> model\n')
  const json = file(
    'same.groundplan.json',
    JSON.stringify({
      schema: 1,
      about: { design: { title: 'Untitled design' } },
      blocks: {
        user: { kind: 'client', label: 'Client' },
        model: { kind: 'online-inference', label: 'Online inference' },
      },
      flows: { 'user-request-model': { kind: 'request', source: 'user', target: 'model' } },
    }),
  )
  const [first, second] = lintJson(plan, json)
  expect(second.findings.map((each: { rule: string }) => each.rule)).toEqual(
    first.findings.map((each: { rule: string }) => each.rule),
  )
  expect(second.coverage).toEqual(first.coverage)
})

test('a file that cannot be read is told with place and hint, and the others are still linted', {
  timeout: PATIENCE,
}, () => {
  const broken = file('broken.plan', 'user client\nmodel rankr\n')
  const good = file('served.plan', SERVED)
  const { code, out } = groundplan('lint', broken, 'absent.plan', good, '--format', 'json')
  const [first, second, third] = JSON.parse(out).files
  expect(code).toBe(2)
  expect(first).toEqual({
    path: broken,
    problems: [{ path: expect.stringMatching(/^2:\d+$/), message: expect.any(String), hint: expect.any(String) }],
  })
  expect(second).toEqual({
    path: 'absent.plan',
    problems: [{ path: '', message: 'There is no such file.', hint: 'Check the name and the folder.' }],
  })
  expect(third.findings.length).toBeGreaterThan(0)
})

test('opens nothing but regular files of a size that a design can have', { timeout: PATIENCE }, () => {
  mkdirSync(join(folder, 'folder.plan'))
  execFileSync('mkfifo', [join(folder, 'pipe.plan')])
  symlinkSync('/dev/zero', join(folder, 'zero.plan'))
  symlinkSync('loop.plan', join(folder, 'loop.plan'))
  truncateSync(join(folder, file('huge.plan', '')), MAX_FILE_BYTES + 1)
  file('latin.plan', new Uint8Array([0xe9, 0x0a]))
  file('picture.png', '')
  const files = ['folder.plan', 'pipe.plan', 'zero.plan', 'loop.plan', 'huge.plan', 'latin.plan', 'picture.png']
  const { code, out } = groundplan('lint', ...files, '--format', 'json')
  expect(code).toBe(2)
  expect(
    JSON.parse(out).files.map((each: { problems: { message: string }[] }) => each.problems.map(one => one.message)),
  ).toEqual([
    ['No design is in this folder.'],
    ['This is no regular file.'],
    ['This is no regular file.'],
    ['This is a symbolic link that leads back to itself.'],
    ['This file is larger than 20 MB.'],
    ['This file is not UTF-8 text.'],
    ['This is no design file by its name.'],
  ])
})

test('text from a file can do nothing to the terminal or the build runner', { timeout: PATIENCE }, () => {
  const label = '::error::x\u001b[2J\u009b\n::stop-commands::y\r##[set-env name=A]b'
  const flow = { kind: 'request', source: 'user', target: 'model' }
  const design = {
    schema: 1,
    about: { design: { title: label } },
    blocks: { user: { kind: 'client', label }, model: { kind: 'online-inference', label } },
    flows: { call: flow },
  }
  const files = [
    file('labels.groundplan.json', JSON.stringify(design)),
    file('::error::name.plan', `model rankr "${label.replaceAll('\n', ' ')}"\n`),
    file('broken.groundplan.json', `{"schema":1,"about":${JSON.stringify(label)},${JSON.stringify(label)}:1}`),
  ]
  for (const format of ['text', 'json', 'sarif']) {
    const { out, err } = groundplan('lint', ...files, '--format', format)
    expect(err).toBe('')
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}|##\[/u)
    expect(out.split('\n').filter(line => line.trimStart().startsWith('::'))).toEqual([])
  }
})

test('prints the same bytes on every run', { timeout: PATIENCE }, () => {
  const plan = file('served.plan', SERVED)
  for (const format of ['text', 'json', 'sarif']) {
    const [first, second] = [0, 1].map(() => groundplan('lint', plan, 'same.groundplan.json', '--format', format).out)
    expect(second).toBe(first)
  }
})

test('--help and --version answer with 0', { timeout: PATIENCE }, () => {
  const [help, version] = [groundplan('--help'), groundplan('--version')]
  expect([help.code, help.out.split('\n')[0]]).toEqual([0, 'Usage: groundplan COMMAND ...'])
  expect(version).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' })
})

test('render draws a plan that has no places yet into an SVG that stands alone', { timeout: PATIENCE }, () => {
  file('shop.plan', 'title "Shop"\nclient -request-> app-service -request-> ranker\n')
  expect(groundplan('render', 'shop.plan', '-o', 'shop.svg', '--theme', 'dark')).toEqual({ code: 0, out: '', err: '' })
  const svg = content('shop.svg')
  expect(svg).toMatch(/^<svg [^>]*role="img"/)
  expect(svg.match(/data-block="[^"]+"/g)?.sort()).toEqual([
    'data-block="app-service"',
    'data-block="client"',
    'data-block="ranker"',
  ])
  expect(svg).toContain('<title>Shop</title>')
  expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/)
})
