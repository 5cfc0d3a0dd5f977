import { readFileSync } from 'node:fs'
import { ROOT } from './setup.mjs'

/**
 * What is wrong with package-lock.json, one sentence each; empty when `npm ci` will work everywhere.
 * Holes (an optional package without an entry) and a lock file that is behind package.json make `npm ci` fail;
 * an address ties every clone to the registry of whoever wrote the file.
 */
export function lockProblems(lock = readJson('package-lock.json'), manifest = readJson('package.json')) {
  return [...holes(lock), ...addresses(lock), ...leftBehind(lock, manifest)]
}

function holes(lock) {
  const present = new Set(Object.keys(lock.packages).map(path => path.replace(/^.*node_modules\//, '')))
  return Object.entries(lock.packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter(name => !present.has(name))
      .map(name => `package-lock.json has no entry for ${name}, which ${path} may install.`),
  )
}

function addresses(lock) {
  return Object.entries(lock.packages)
    .filter(([, entry]) => /^https?:/.test(entry.resolved ?? ''))
    .map(([path, entry]) => `package-lock.json names the host ${new URL(entry.resolved).host} for ${path}.`)
}

function leftBehind(lock, manifest) {
  return ['dependencies', 'devDependencies'].flatMap(part => {
    const locked = lock.packages['']?.[part] ?? {}
    const named = manifest[part] ?? {}
    return [...new Set([...Object.keys(named), ...Object.keys(locked)])]
      .filter(name => named[name] !== locked[name])
      .map(
        name =>
          `${name} is ${named[name] ?? 'absent'} in package.json and ${locked[name] ?? 'absent'} in package-lock.json: run npm install.`,
      )
  })
}

function readJson(name) {
  return JSON.parse(readFileSync(`${ROOT}/${name}`, 'utf8'))
}
