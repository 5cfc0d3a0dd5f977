import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sourceFiles } from './source-files'

const PURE = ['model', 'kinds', 'gate', 'graph', 'plan', 'budget', 'rules', 'drawing', 'formats', 'layout']

/** Which layers a layer may import; imports of types count. `app` is what lies in src itself. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  kinds: ['model'],
  gate: ['model', 'kinds'],
  graph: ['model', 'kinds'],
  plan: ['model', 'kinds'],
  budget: ['model', 'kinds', 'graph'],
  rules: ['model', 'kinds', 'graph', 'plan', 'budget'],
  drawing: ['model', 'kinds'],
  layout: ['model', 'kinds', 'graph', 'drawing'],
  formats: ['model', 'kinds', 'gate', 'graph', 'plan', 'budget', 'rules', 'drawing'],
  store: ['model', 'gate'],
  workers: PURE,
  ui: [...PURE, 'store', 'workers', 'templates'],
  cli: PURE,
  app: ['model', 'ui', 'store', 'templates'],
}

/** Where a package may be imported: each stays behind one door. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  react: ['src/ui/', 'src/main.tsx'],
  'react-dom': ['src/ui/', 'src/main.tsx'],
  'radix-ui': ['src/ui/'],
  '@xyflow/react': ['src/ui/canvas/', 'src/main.tsx'],
  '@fontsource-variable/inter': ['src/ui/', 'src/main.tsx'],
  'browser-fs-access': ['src/ui/'],
  elkjs: ['src/layout/', 'src/workers/'],
  'html-to-image': ['src/ui/export/'],
  zod: ['src/gate/'],
  zustand: ['src/store/', 'src/ui/'],
  node: ['src/cli/'],
}

/** What no file may name: text from a file must never become markup or code. */
const FORBIDDEN =
  /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|eval\(|new Function\b)/

const FILES = sourceFiles('src')

function layerOf(path: string): string {
  const [top, folder, ...rest] = path.split('/')
  if (top !== 'src') return top ?? ''
  return rest.length > 0 ? (folder ?? '') : 'app'
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node'
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '')
}

describe.each(FILES)('$path', ({ path, code, imports }) => {
  const layer = layerOf(path)
  const own = imports.filter(each => each.file !== undefined)
  const foreign = imports.filter(each => each.file === undefined)

  test.each(own)('imports $specifier from its own layer or one below', ({ file = '' }) => {
    expect([layer, ...(LAYERS[layer] ?? [])]).toContain(layerOf(file))
  })

  test.each(foreign)('imports $specifier where that package may be known', ({ specifier }) => {
    const places = PACKAGES[packageOf(specifier)] ?? []
    expect(places.filter(place => path.startsWith(place))).not.toEqual([])
  })

  test('makes no markup and no code out of text', () => {
    expect(FORBIDDEN.exec(code)?.[0]).toBeUndefined()
  })

  test('leaves IndexedDB to the store', () => {
    expect(layer !== 'store' && /\bindexedDB\b/.test(code)).toBe(false)
  })
})

test('every folder of src is a layer of the table', () => {
  const folders = readdirSync('src', { withFileTypes: true }).filter(entry => entry.isDirectory())
  expect(folders.map(entry => entry.name).filter(name => !(name in LAYERS))).toEqual([])
})

test('templates are data', () => {
  expect(readdirSync('templates').filter(name => !name.endsWith('.groundplan.json'))).toEqual([])
})
