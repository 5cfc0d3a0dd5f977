import type { TestProject } from 'vitest/node'
import { buildIfStale } from '../../scripts/build-if-stale.mjs'
import { serveFolder } from './static-server'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built page is served, with a slash at the end. */
    pageUrl: string
  }
}

/** Builds what is not built yet and serves it to all journeys. */
export default async function serveBuild(project: TestProject): Promise<() => Promise<void>> {
  const { ok, output } = buildIfStale()
  if (!ok) throw new Error(`The build failed:\n${output}`)
  const server = await serveFolder('dist')
  project.provide('pageUrl', server.url)
  return server.close
}
