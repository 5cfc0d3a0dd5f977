import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isInstalled, ROOT } from './setup.mjs'

if (!isInstalled()) {
  console.error('Groundplan is not installed yet: run npm ci in its folder.')
  process.exit(2)
}

/** Draws all case studies and fixtures by each engine: a table on the terminal, and a page of pictures. */
const out = join(ROOT, 'tests/artefacts/gallery')
const build = join(ROOT, `node_modules/.cache/groundplan/gallery.${process.pid}`)
mkdirSync(build, { recursive: true })
try {
  const vite = await import('vite')
  await vite.build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: 'bench/gallery/main.ts',
      outDir: build,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'main.js', codeSplitting: false } },
    },
  })
  const { gallery } = await import(pathToFileURL(join(build, 'main.js')).href)
  const page = await gallery(ROOT, out, text => process.stdout.write(text))
  console.log(`\nPictures: ${page}`)
} finally {
  rmSync(build, { recursive: true, force: true })
}
