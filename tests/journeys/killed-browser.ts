import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../scripts/find-chromium.mjs'
import { LAUNCH_ARGS } from './browser'

/** A browser of its own process group: it can be killed as by a power cut, page, storage and all. */
export interface MortalBrowser {
  readonly page: Page
  /** Ends it as the system would; once it is dead nothing happens. */
  kill(): Promise<void>
}

/** A folder for the profile of a browser, which outlives it; the function removes it. */
export function profileFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'groundplan-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

/** Starts a browser on a profile. */
export async function startMortal(profile: string): Promise<MortalBrowser> {
  const path = findChromium()
  if (!path) throw new Error('No Chromium found: set CHROMIUM_PATH.')
  const options = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank']
  const child = spawn(path, [...LAUNCH_ARGS, ...options], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const browser = await chromium.connectOverCDP(await addressOf(child))
  const page = await pageOf(browser)
  return {
    page,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const isGone = new Promise(resolve => child.once('exit', resolve))
      // The group, not the process: a browser is several.
      process.kill(-(child.pid ?? 0), 'SIGKILL')
      await isGone
    },
  }
}

/** The address that Chromium writes to its error output once it listens. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', (part: Buffer) => {
      said += part.toString('utf8')
      const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? []
      if (address) resolve(address)
    })
    child.once('exit', () => reject(new Error(`Chromium did not start:\n${said}`)))
  })
}

async function pageOf(browser: Browser): Promise<Page> {
  const [context] = browser.contexts()
  if (!context) throw new Error('The browser has no window.')
  return context.pages()[0] ?? context.newPage()
}
