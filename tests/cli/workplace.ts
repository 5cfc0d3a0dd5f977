import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll } from 'vitest'
import { main } from '../../src/cli/main'

export interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A folder of its own that the tests of a file work in, and the command line run there without a process of its own. */
export function workplace() {
  const home = process.cwd()
  const folder = mkdtempSync(join(tmpdir(), 'groundplan-'))
  beforeAll(() => process.chdir(folder))
  afterAll(() => {
    process.chdir(home)
    rmSync(folder, { recursive: true })
  })
  return {
    folder,
    file(name: string, text: string | Uint8Array): string {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
      return name
    },
    content: (name: string) => readFileSync(join(folder, name), 'utf8'),
    async run(...args: readonly string[]): Promise<Run> {
      let out = ''
      let err = ''
      const code = await main(args, {
        print: text => {
          out += text
        },
        complain: text => {
          err += text
        },
        hasColour: false,
        version: '1.2.3',
        importModule: path => import(/* @vite-ignore */ pathToFileURL(resolve(path)).href),
      })
      return { code, out, err }
    },
  }
}
