import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { sizeProblems, startUpScripts } from '../../scripts/size.mjs'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function distWith(files: Readonly<Record<string, string>>): string {
  const dist = mkdtempSync(join(tmpdir(), 'groundplan-size-'))
  folders.push(dist)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dist, name)), { recursive: true })
    writeFileSync(join(dist, name), text)
  }
  return dist
}

test('counts the entry, what it imports statically and what the page preloads, but nothing lazy', () => {
  const dist = distWith({
    'index.html': `<script src="./theme.js"></script><script type="module" crossorigin src="./assets/index.js"></script>
      <link rel="modulepreload" crossorigin href="./assets/canvas.js"><link rel="stylesheet" href="./assets/index.css">`,
    '.vite/manifest.json': JSON.stringify({
      'index.html': { file: 'assets/index.js', isEntry: true, imports: ['_shared'], dynamicImports: ['export'] },
      _shared: { file: 'assets/shared.js', imports: ['_deep', 'index.html'] },
      _deep: { file: 'assets/deep.js' },
      export: { file: 'assets/export.js', isDynamicEntry: true },
    }),
    ...Object.fromEntries(
      ['theme', 'assets/index', 'assets/canvas', 'assets/shared', 'assets/deep', 'assets/export'].map(name => [
        `${name}.js`,
        'export {}',
      ]),
    ),
  })
  expect(startUpScripts(dist).map(script => script.file)).toEqual([
    'theme.js',
    'assets/index.js',
    'assets/canvas.js',
    'assets/shared.js',
    'assets/deep.js',
  ])
})

test('a start-up over the budget is told with its files', () => {
  expect(
    sizeProblems([
      { file: 'assets/index.js', kB: 200 },
      { file: 'assets/shared.js', kB: 20.5 },
    ]),
  ).toEqual([
    '220.5 kB of script are loaded before the diagram, the budget is 220 kB:\n  200.0 kB  assets/index.js\n  20.5 kB  assets/shared.js',
  ])
})

test('the layout engine may not be part of the start-up', () => {
  expect(sizeProblems([{ file: 'assets/elk-api-x.js', kB: 1 }])).toEqual([
    'assets/elk-api-x.js is loaded before the diagram is painted: the layout engine starts lazily.',
  ])
})
