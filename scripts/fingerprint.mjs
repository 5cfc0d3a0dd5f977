import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ROOT } from './setup.mjs'

/**
 * A hash over the names and contents of all files under these paths of the clone, in hexadecimal.
 * Paths that do not exist count as empty; `keep` leaves out files and folders by their path from the clone.
 */
export function fingerprint(paths, keep = () => true) {
  const hash = createHash('sha256')
  for (const path of paths) addTo(hash, join(ROOT, path), keep)
  return hash.digest('hex')
}

function addTo(hash, path, keep) {
  const name = relative(ROOT, path).replaceAll('\\', '/')
  if (!existsSync(path) || !keep(name)) return
  if (statSync(path).isDirectory()) {
    for (const child of readdirSync(path).sort()) addTo(hash, join(path, child), keep)
  } else {
    const bytes = readFileSync(path)
    hash.update(`${name}\0${bytes.length}\0`).update(bytes)
  }
}
