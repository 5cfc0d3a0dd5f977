import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { build } from './build-if-stale.mjs'
import { ensureChromium, NO_CHROMIUM } from './chromium.mjs'
import { lockProblems } from './lockcheck.mjs'
import { ensureInstalled, ROOT, run } from './setup.mjs'
import { BUDGET_KB, sizeProblems, startUpScripts, totalKb } from './size.mjs'

const REPORTS = `${ROOT}/node_modules/.cache/groundplan`

/** What a step comes to. `output` is shown when something failed, `note` beside the count. */
const passed = note => ({ passed: 1, failed: 0, output: '', note })
const failed = (output, note) => ({ passed: 0, failed: 1, output, note })

function lockFile() {
  const problems = lockProblems()
  return problems.length === 0 ? passed() : failed(problems.join('\n'))
}

function program(entry, args) {
  const { status, stdout, stderr } = run(process.execPath, [`node_modules/${entry}`, ...args])
  return status === 0 ? passed() : failed(`${stdout}${stderr}`.trim())
}

/** Runs one vitest project and counts its tests; a file that could not be loaded or an error between tests counts as one. */
function vitest(project) {
  const report = `${REPORTS}/${project}.json`
  mkdirSync(REPORTS, { recursive: true })
  rmSync(report, { force: true })
  const args = ['run', '--project', project, '--reporter=minimal', '--reporter=json', `--outputFile.json=${report}`]
  const { status, stdout, stderr } = run(process.execPath, ['node_modules/vitest/vitest.mjs', ...args])
  const output = `${stdout}${stderr}`.trim()
  const counts = readCounts(report)
  if (!counts) return failed(output)
  return { ...counts, failed: status === 0 ? counts.failed : Math.max(counts.failed, 1), output }
}

function readCounts(report) {
  let json
  try {
    json = JSON.parse(readFileSync(report, 'utf8'))
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
  const broken = json.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0)
  const skipped = json.numPendingTests + json.numTodoTests
  return {
    passed: json.numPassedTests,
    failed: json.numFailedTests + broken.length,
    ...(skipped > 0 && { note: `${skipped} skipped` }),
  }
}

let isBuilt = false

function buildStep() {
  const { ok, output } = build()
  isBuilt = ok
  return ok ? passed() : failed(output)
}

function size() {
  if (!isBuilt) return failed('There is no build to measure.')
  const scripts = startUpScripts()
  const problems = sizeProblems(scripts)
  const note = `${totalKb(scripts).toFixed(1)} of ${BUDGET_KB} kB`
  return problems.length === 0 ? passed(note) : failed(problems.join('\n'), note)
}

const journeys = () => (isBuilt ? vitest('journeys') : failed('There is no build to walk through.'))

const STEPS = [
  ['lock file', lockFile],
  ['types', () => program('typescript/bin/tsc', ['--noEmit'])],
  ['lint, format', () => program('@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.'])],
  ['unit', () => vitest('unit')],
  ['build', buildStep],
  ['size', size],
  ['journeys', journeys],
]

ensureInstalled()
process.env.CHROMIUM_PATH = ensureChromium() ?? stopWithoutChromium()

const total = { passed: 0, failed: 0 }
for (const [name, step] of STEPS) {
  const start = performance.now()
  process.stdout.write(`${name.padEnd(13)} `)
  const result = step()
  total.passed += result.passed
  total.failed += result.failed
  console.log(summary(result, performance.now() - start))
  if (result.failed > 0) console.log(`\n${result.output}\n`)
}
finish()

function summary({ passed, failed, note }, ms) {
  const counts = failed > 0 ? `${passed} passed, ${failed} failed` : passed === 1 ? 'passed' : `${passed} passed`
  return `${counts.padEnd(24)} ${`${(ms / 1000).toFixed(1)} s`.padStart(8)}${note ? `   ${note}` : ''}`
}

function stopWithoutChromium() {
  console.log(`${NO_CHROMIUM}\n0 passed, 1 failed`)
  process.exit(1)
}

function finish() {
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed > 0 ? 1 : 0
}
