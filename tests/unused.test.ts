import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type SourceFile, sourceFiles } from './source-files'

/** Exports that no other file of src imports, each with its reason. A test alone is none. */
const ALLOWED: Readonly<Record<string, string>> = {
  'src/cli/main.ts main': 'scripts/groundplan.mjs calls it',
  'src/cli/book.ts escapeMarkdown': 'tests/rules/rule-page.ts writes docs/rules with it',
  'src/cli/config.ts parseConfig': 'a table of mistakes is tested without a file for each',
  'src/cli/config-schema.ts configSchema': 'tests/cli/config-schema.test.ts writes public/config.schema.json from it',
  'src/cli/lint.ts exitCodeOf': 'a table of exit codes is tested without starting a process for each',
  'src/gate/published-schema.ts publishedSchema':
    'tests/gate/schema-file.test.ts writes public/design.schema.json from it',
  'src/plan/sketch.ts sketch': 'tests write their designs with it',
  'src/ui/start/case-card.ts drawCase': 'scripts/case-studies.mjs makes the cards of the gallery with it',
  'src/model/repair.ts repair':
    'what a replica does after it merged the edits of others: the properties of tests/model need it',
}

/** Packages of package.json that no file names, each with its reason. */
const ALLOWED_PACKAGES: Readonly<Record<string, string>> = {}

const FILES = sourceFiles('src')

test('src exports nothing that nothing imports', () => {
  const used = usedNames(FILES)
  const unused = FILES.flatMap(file =>
    file.exports
      .filter(({ name, isType, isHandedOn }) => {
        if (name === '*' || used.has(`${file.path} *`) || used.has(`${file.path} ${name}`)) return false
        // A type may be exported so that a signature beside it can be written down elsewhere.
        return !(isType && !isHandedOn && occurrences(file, name) > 1)
      })
      .map(({ name }) => `${file.path} ${name}`),
  )
  expect(unused.filter(each => !(each in ALLOWED))).toEqual([])
})

test('package.json asks for nothing that nothing uses', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
  const shipped = textOf('src')
  const all = [shipped, ...['tests', 'scripts', 'bench'].map(textOf), readFileSync('vite.config.ts', 'utf8')].join('\n')
  const unused = [
    ...Object.keys(manifest.dependencies).filter(name => !mentions(shipped, name)),
    ...Object.keys(manifest.devDependencies).filter(
      name => !mentions(all, name) && !(name.startsWith('@types/') && isTyped(name, all)),
    ),
  ]
  expect(unused.filter(name => !(name in ALLOWED_PACKAGES))).toEqual([])
})

/**
 * `path name` of everything that another file takes, `path *` of modules taken as a whole (`import * as`, `import()`,
 * a worker). Names that an `export * from` hands on are followed to where they stand.
 */
function usedNames(files: readonly SourceFile[]): Set<string> {
  const used = new Set<string>()
  const handedOn = new Map(files.map(file => [file.path, file.imports.filter(each => each.isHandedOn)]))
  const use = (path: string, name: string): void => {
    if (used.has(`${path} ${name}`)) return
    used.add(`${path} ${name}`)
    for (const { file, names } of handedOn.get(path) ?? []) if (file && names.includes('*')) use(file, name)
  }
  for (const { imports } of files)
    for (const { file, names, isHandedOn } of imports)
      for (const name of names) if (file && !(isHandedOn && name === '*')) use(file, name)
  return used
}

function occurrences(file: SourceFile, name: string): number {
  return [...file.code.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length
}

function textOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(ts|tsx|mjs|css)$/.test(entry.name))
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
}

/** Whether code imports the package, or a script runs a program of it by its path. */
function mentions(code: string, name: string): boolean {
  return new RegExp(`['"\`/](?:node_modules/)?${name.replace(/[/.]/g, '\\$&')}['"\`/]`).test(code)
}

/** Whether the package that these types describe is used: `@types/react` goes with `react`. */
function isTyped(name: string, code: string): boolean {
  const described = name.replace('@types/', '')
  return described === 'node' ? /['"]node:/.test(code) : mentions(code, described)
}
