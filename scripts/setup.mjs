import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

/** The folder of this clone, without a slash at the end. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/** Makes the clone ready to run: stops with one sentence on an old Node, and installs what the lock file asks for. */
export function ensureInstalled() {
  ensureNode()
  if (isInstalled()) return
  console.error('Installing the packages of package-lock.json with npm ci: once, about ten seconds.')
  // Nothing of ours needs an install script, so none of anybody's gets to run.
  const { status, stdout, stderr } = npm(['ci', '--ignore-scripts', '--loglevel=error'])
  if (status === 0) return
  console.error(`${stdout}${stderr}`.trim())
  console.error('npm ci failed, see above. With a network that reaches the npm registry, run it again.')
  process.exit(1)
}

/** Whether node_modules holds what package-lock.json says: compares it with the list that npm leaves when it is done. */
export function isInstalled() {
  const wanted = packagesIn('package-lock.json')
  const present = packagesIn('node_modules/.package-lock.json')
  if (!wanted || !present) return false
  return (
    Object.entries(wanted).every(([path, entry]) => {
      const found = present[path]
      // An optional package that is absent is the binary of another platform.
      return path === '' || (found ? found.version === entry.version : entry.optional === true)
    }) && Object.keys(present).every(path => path in wanted)
  )
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(`${ROOT}/${file}`, 'utf8')).packages
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

function ensureNode() {
  if (isNodeSupported(process.versions.node)) return
  console.error(
    `Groundplan needs Node 20.19, 22.12, 24 or newer; this is ${process.versions.node}. Get one at https://nodejs.org.`,
  )
  process.exit(1)
}

/** Whether vite and vitest run on this version of Node: their `engines` leave out 21, 23 and early 22. */
export function isNodeSupported(version) {
  const [major, minor] = version.split('.').map(Number)
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24
}

function npm(args) {
  // npm tells its own path to what it runs; by name it is a shell script on Windows.
  const cli = process.env.npm_execpath
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args])
  return run('npm', args, { shell: process.platform === 'win32' })
}

/**
 * Runs a program in the clone and collects what it prints, without colours. `status` is not 0 when it failed or could
 * not be started.
 */
export function run(program, args, { env, ...options } = {}) {
  const { FORCE_COLOR: _, ...plain } = process.env
  const result = spawnSync(program, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...plain, NO_COLOR: '1', ...env },
    ...options,
  })
  return {
    status: result.status ?? 1,
    // Not every tool minds NO_COLOR.
    stdout: stripVTControlCharacters(result.stdout ?? ''),
    stderr: stripVTControlCharacters(`${result.stderr ?? ''}${result.error?.message ?? ''}`),
  }
}
