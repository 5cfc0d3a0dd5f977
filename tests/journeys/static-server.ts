import { readFile, stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

/** A folder, as the page will be hosted in practice: the build may only use addresses relative to itself. */
export const SUB_PATH = '/some/folder/'

/** The policy a host is asked to send with the page; journeys fail at anything that it stops. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types layout-worker xml-import',
].join('; ')

const MIME_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

export interface StaticServer {
  /** Where the page is, with a slash at the end. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** Serves the files of a folder under `SUB_PATH` on a free port of 127.0.0.1; everything else is a 404. */
export async function serveFolder(folder: string): Promise<StaticServer> {
  const server = createServer(async (request, response) => {
    const file = await fileAt(folder, request.url ?? '')
    response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY)
    response.setHeader('Referrer-Policy', 'no-referrer')
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Content-Type', MIME_TYPES[extname(file ?? '.txt')] ?? 'application/octet-stream')
    response.writeHead(file ? 200 : 404).end(file ? await readFile(file) : 'Not found')
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}${SUB_PATH}`, close: () => close(server) }
}

async function fileAt(folder: string, url: string): Promise<string | null> {
  const path = decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname)
  if (!path.startsWith(SUB_PATH)) return null
  const inside = normalize(path.slice(SUB_PATH.length) || 'index.html')
  if (inside.startsWith('..')) return null
  const file = join(folder, inside)
  const found = await stat(file).catch(() => null)
  return found?.isFile() ? file : null
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise(done => server.close(() => done()))
}
