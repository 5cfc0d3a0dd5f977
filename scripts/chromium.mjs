import { existsSync, readFileSync } from 'node:fs'
import { findChromium } from './find-chromium.mjs'
import { run } from './setup.mjs'

/**
 * Path of a Chromium for the journeys. On Debian as root it is installed with apt where there is none; elsewhere
 * the answer is null, and `NO_CHROMIUM` says what to do.
 */
export function ensureChromium() {
  const found = findChromium()
  if (found || !isDebianRoot()) return found
  console.error('Installing Chromium for the browser tests with apt-get: once.')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const script = 'apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium'
  const { status, stdout, stderr } = run('sh', ['-c', script], { env })
  if (status !== 0) console.error(`${stdout}${stderr}`.trim())
  return findChromium()
}

export const NO_CHROMIUM =
  'The browser tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to where it is, and run npm test again.'

/** Debian itself: the package of that name on Ubuntu only points at a snap. */
function isDebianRoot() {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !existsSync('/etc/os-release')) return false
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'))
}
