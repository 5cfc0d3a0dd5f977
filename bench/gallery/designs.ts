import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readDesign } from '../../src/gate'
import type { Design } from '../../src/model/design'
import { readPlan } from '../../src/plan/read'

/** A design by the name of its file. */
export interface Named {
  readonly name: string
  readonly design: Design
}

/** The designs of the files in these folders that hold one, by folder and by name. */
export function designsIn(...folders: readonly string[]): Named[] {
  return folders.flatMap(folder =>
    readdirSync(folder)
      .filter(file => /\.(plan|groundplan\.json)$/.test(file))
      .sort()
      .map(file => ({
        name: basename(file).replace(/\.(plan|groundplan\.json)$/, ''),
        design: read(join(folder, file)),
      })),
  )
}

function read(path: string): Design {
  const text = readFileSync(path, 'utf8')
  const result = path.endsWith('.plan') ? readPlan(text) : readDesign(text)
  if (!result.ok) throw new Error(`${path}: ${result.problems[0]?.message}`)
  return result.value
}
