import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fingerprint } from './fingerprint.mjs'
import { ROOT, run } from './setup.mjs'

const INPUTS = [
  'index.html',
  'src',
  'public',
  'templates',
  'scripts/case-studies.mjs',
  'scripts/notices.mjs',
  'vite.config.ts',
  'package-lock.json',
  'LICENSE',
  'THIRD_PARTY_NOTICES.txt',
]
const CACHE = `${ROOT}/node_modules/.cache/groundplan`
const STAMP = `${CACHE}/dist.json`

/** Builds dist/ unless it was made from exactly these sources; returns `{ ok, output }` of the build. */
export function buildIfStale() {
  return isFresh() ? { ok: true, output: '' } : build()
}

/** Builds dist/ and remembers what it was built from; returns `{ ok, output }`. */
export function build() {
  const sources = fingerprint(INPUTS)
  const { status, stdout, stderr } = run(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    // A test runner sets another one, and React would ship its development build.
    { env: { NODE_ENV: 'production' } },
  )
  const output = `${stdout}${stderr}`.trim()
  if (status !== 0) return { ok: false, output }
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(STAMP, JSON.stringify({ sources, page: hashOfPage() }))
  return { ok: true, output }
}

function isFresh() {
  if (!existsSync(STAMP)) return false
  const stamp = JSON.parse(readFileSync(STAMP, 'utf8'))
  return stamp.page === hashOfPage() && stamp.sources === fingerprint(INPUTS)
}

/** The page names its chunks by their content, so it changes with any of them. */
function hashOfPage() {
  const page = `${ROOT}/dist/index.html`
  return existsSync(page) ? createHash('sha256').update(readFileSync(page)).digest('hex') : null
}
