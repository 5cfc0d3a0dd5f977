import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { fingerprint } from './fingerprint.mjs'
import { ROOT } from './setup.mjs'

const CACHE = `${ROOT}/node_modules/.cache/groundplan`

/** Not part of the command line. */
const LEFT_OUT = ['src/ui', 'src/store', 'src/workers']

/**
 * The address of the command line as a module that Node can import. Its folder is named by the sources that it was
 * built from: one that is there is up to date, and two processes that build at once do not disturb each other.
 */
export async function buildCli() {
  const name = `cli-${fingerprint(['src', 'package-lock.json'], path => !LEFT_OUT.includes(path)).slice(0, 16)}`
  const folder = `${CACHE}/${name}`
  if (!existsSync(folder)) await buildInto(folder)
  return pathToFileURL(`${folder}/main.js`).href
}

async function buildInto(folder) {
  const { build } = await import('vite')
  const draft = `${folder}.${process.pid}`
  mkdirSync(CACHE, { recursive: true })
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: {
      ssr: 'src/cli/main.ts',
      outDir: draft,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'main.js', codeSplitting: false } },
    },
  })
  keep(draft, folder)
}

/** Moves a finished build to its place and clears away those of older sources. */
function keep(draft, folder) {
  try {
    renameSync(draft, folder)
  } catch (error) {
    // Another process finished the same build first.
    if (!existsSync(folder)) throw error
    rmSync(draft, { recursive: true, force: true })
  }
  for (const name of readdirSync(CACHE)) {
    const path = `${CACHE}/${name}`
    if (/^cli-[0-9a-f]{16}$/.test(name) && path !== folder) rmSync(path, { recursive: true, force: true })
  }
}
