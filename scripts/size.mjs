import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ROOT } from './setup.mjs'

/** Script that a browser loads before the diagram is painted, in kB of 1024 bytes, gzip -9. */
export const BUDGET_KB = 220

/**
 * The scripts of dist/ that are loaded before the diagram is painted (the entry, everything that it imports
 * statically, and what the page preloads), with their size in kB.
 */
export function startUpScripts(dist = `${ROOT}/dist`) {
  const page = readFileSync(`${dist}/index.html`, 'utf8')
  const manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, 'utf8'))
  const files = new Set(
    [...page.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.js)"/g)].map(m => trim(m[1])),
  )
  for (const chunk of Object.values(manifest)) if (chunk.isEntry) addChunk(chunk, manifest, files)
  return [...files].map(file => ({ file, kB: gzipSync(readFileSync(`${dist}/${file}`), { level: 9 }).length / 1024 }))
}

/** What is wrong with the start-up size of dist/, one sentence each; empty when it keeps the budget. */
export function sizeProblems(scripts) {
  const total = totalKb(scripts)
  const problems = scripts
    .filter(script => /elk/i.test(basename(script.file)))
    .map(script => `${script.file} is loaded before the diagram is painted: the layout engine starts lazily.`)
  if (scripts.length === 0) problems.push('dist/index.html loads no script.')
  if (total > BUDGET_KB) {
    const list = scripts.map(script => `  ${script.kB.toFixed(1)} kB  ${script.file}`).join('\n')
    problems.push(
      `${total.toFixed(1)} kB of script are loaded before the diagram, the budget is ${BUDGET_KB} kB:\n${list}`,
    )
  }
  return problems
}

/** The sum of their sizes, in kB. */
export function totalKb(scripts) {
  return scripts.reduce((sum, script) => sum + script.kB, 0)
}

function addChunk(chunk, manifest, files) {
  if (chunk.file.endsWith('.js')) files.add(chunk.file)
  for (const key of chunk.imports ?? []) {
    const next = manifest[key]
    if (next && !files.has(next.file)) addChunk(next, manifest, files)
  }
}

function trim(path) {
  return path.replace(/^\.?\//, '')
}
