import { mkdirSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, expect, inject } from 'vitest'
import { findChromium } from '../../scripts/find-chromium.mjs'

/** No GPU, no traffic of the browser's own: the same picture and no noise on every machine. */
export const LAUNCH_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const ARTEFACTS = 'tests/artefacts'

export interface PageOptions {
  readonly theme?: 'light' | 'dark'
  readonly viewport?: { readonly width: number; readonly height: number }
  /** A screen that fingers touch; what is pressed by a finger is larger then. */
  readonly hasTouch?: boolean
  /** Absent: less motion is wanted, so that nothing glides while a journey looks at it. */
  readonly motion?: 'no-preference'
  /** What follows the address of the page: a `#…` or `?…`, or a file beside it. */
  readonly path?: string
}

let launched: Promise<Browser> | undefined

afterAll(async () => {
  await (await launched)?.close()
})

/**
 * Opens the built page in a browser profile of its own and hands it over, with its context for further tabs. Fails
 * when the page, or any tab or worker beside it, logged an error, threw, broke the Content-Security-Policy, asked
 * another host for something or missed a file. A failing journey leaves its picture in tests/artefacts.
 */
export async function withPage(
  options: PageOptions,
  journey: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await (await browser()).newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    colorScheme: options.theme ?? 'light',
    reducedMotion: options.motion ?? 'reduce',
    hasTouch: options.hasTouch ?? false,
    deviceScaleFactor: 1,
    locale: 'en-GB',
    timezoneId: 'UTC',
  })
  try {
    const troubles = await watch(context)
    const page = await context.newPage()
    await page.goto(inject('pageUrl') + (options.path ?? ''))
    await runJourney(page, troubles, () => journey(page, context))
    expect(troubles).toEqual([])
  } finally {
    await context.close()
  }
}

/** The one browser of this test file, started when it is first needed. */
export function browser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath)
    throw new Error('No Chromium found: set CHROMIUM_PATH, or run npm test, which says what to install.')
  launched ??= chromium.launch({ executablePath, args: LAUNCH_ARGS })
  return launched
}

async function runJourney(page: Page, troubles: readonly string[], journey: () => Promise<void>): Promise<void> {
  try {
    await journey()
  } catch (error) {
    mkdirSync(ARTEFACTS, { recursive: true })
    const name = (expect.getState().currentTestName ?? 'journey').replace(/[^a-z0-9]+/gi, '-').slice(0, 120)
    await page.screenshot({ path: `${ARTEFACTS}/${name}.png` }).catch(() => null)
    if (error instanceof Error && troubles.length > 0) error.message += `\nThe page also said:\n${troubles.join('\n')}`
    throw error
  }
}

/** Collects everything that no journey may cause, over all tabs of the context. */
async function watch(context: BrowserContext): Promise<readonly string[]> {
  const troubles: string[] = []
  const home = new URL(inject('pageUrl')).origin
  context.on('console', message => {
    if (message.type() === 'error') troubles.push(`console error: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', error => troubles.push(`uncaught: ${error.error().stack ?? error.error().message}`))
  context.on('request', request => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== home) troubles.push(`request to another host: ${request.url()}`)
  })
  context.on('requestfailed', request => {
    const reason = request.failure()?.errorText ?? ''
    // A page that leaves, reloads or starts a download gives up its own requests.
    if (reason !== 'net::ERR_ABORTED') troubles.push(`request failed: ${request.url()} ${reason}`)
  })
  context.on('response', response => {
    if (response.status() >= 400) troubles.push(`status ${response.status()}: ${response.url()}`)
  })
  await watchPolicy(context, troubles)
  return troubles
}

async function watchPolicy(context: BrowserContext, troubles: string[]): Promise<void> {
  await context.exposeFunction('journeyViolation', (violation: string) => {
    troubles.push(`content security policy: ${violation}`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      const report = (globalThis as unknown as { journeyViolation: (violation: string) => void }).journeyViolation
      report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`)
    })
  })
}
