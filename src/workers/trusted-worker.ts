/** The part of the Trusted Types API that starting a worker needs; browsers without it take plain strings. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown }
}

type Trust = (url: string) => string | URL

let trust: Trust | null = null

/** Starts a worker from a file of our own origin, which the page's policy `layout-worker` vouches for. */
export function startWorker(url: string, type: WorkerType): Worker {
  trust ??= createTrust()
  return new Worker(trust(url), { type })
}

/** A policy of one name can be created once a page. */
function createTrust(): Trust {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }
  if (!trustedTypes) return url => url
  const policy = trustedTypes.createPolicy('layout-worker', { createScriptURL: ownUrl })
  return url => policy.createScriptURL(url) as URL
}

function ownUrl(url: string): string {
  const absolute = new URL(url, location.href)
  if (absolute.origin !== location.origin) throw new Error(`A worker from elsewhere is not started: ${absolute.origin}`)
  return absolute.href
}
