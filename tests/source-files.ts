import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'vite'

/** One import of a module: static, dynamic, re-export, or the address of a worker. */
export interface Import {
  /** As it is written: `../model/design`, `react`. */
  readonly specifier: string
  /** The file it leads to, from the root of the clone; absent for packages. */
  readonly file?: string
  /** The names it takes; `*` for all of them. */
  readonly names: readonly string[]
  /** `export … from`: what it takes is for those who import this file. */
  readonly isHandedOn: boolean
}

export interface Export {
  readonly name: string
  readonly isType: boolean
  /** Handed on from another module. */
  readonly isHandedOn: boolean
}

export interface SourceFile {
  /** From the root of the clone: `src/model/edit.ts`. */
  readonly path: string
  /** Without its comments. */
  readonly code: string
  readonly imports: readonly Import[]
  readonly exports: readonly Export[]
}

/** All TypeScript files below a folder of the clone, parsed, sorted by path. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name).replaceAll('\\', '/'))
    .filter(path => /\.(ts|tsx|mjs)$/.test(path))
    .sort()
    .map(readSource)
}

function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8')
  const { module, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`)
  const importOf = (specifier: string, names: readonly string[], isHandedOn = false): Import => {
    const file = fileOf(path, specifier)
    return { specifier, names, isHandedOn, ...(file === undefined ? {} : { file }) }
  }
  const handedOn = module.staticExports.flatMap(each => each.entries).filter(entry => entry.moduleRequest !== null)
  return {
    path,
    code: comments.reduceRight((code, { start, end }) => `${code.slice(0, start)} ${code.slice(end)}`, text),
    imports: [
      ...module.staticImports.map(each =>
        importOf(
          each.moduleRequest.value,
          each.entries.map(({ importName }) => (importName.kind === 'Default' ? 'default' : (importName.name ?? '*'))),
        ),
      ),
      ...handedOn.map(entry => importOf(entry.moduleRequest?.value ?? '', [entry.importName.name ?? '*'], true)),
      ...module.dynamicImports.map(({ moduleRequest }) =>
        importOf(text.slice(moduleRequest.start + 1, moduleRequest.end - 1), ['*']),
      ),
      ...[...text.matchAll(/new URL\(\s*['"](\.[^'"]+)['"],\s*import\.meta\.url/g)].map(match =>
        importOf(match[1] ?? '', ['*']),
      ),
    ],
    exports: module.staticExports
      .flatMap(each => each.entries)
      .map(entry => ({
        name: entry.exportName.kind === 'Default' ? 'default' : (entry.exportName.name ?? '*'),
        isType: entry.isType,
        isHandedOn: entry.moduleRequest !== null,
      })),
  }
}

function fileOf(path: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  const base = normalize(join(dirname(path), specifier.replace(/\?.*$/, ''))).replaceAll('\\', '/')
  const places = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`]
  return places.find(place => existsSync(place) && /\.\w+$/.test(place)) ?? base
}
