import { readDesign } from '../../gate'
import type { Design } from '../../model/design'
import { invariant } from '../../model/invariant'

const FILES = import.meta.glob<string>('../../../templates/*.groundplan.json', { query: '?raw', import: 'default' })

/**
 * The case study of that name, read through the same gate as any file; null when this version of Groundplan has none.
 * The file is fetched when it is first asked for.
 */
export async function readCase(id: string): Promise<Design | null> {
  const load = FILES[`../../../templates/${id}.groundplan.json`]
  if (!load) return null
  const read = readDesign(await load())
  invariant(read.ok, `The case study ${id} cannot be read`)
  return read.value
}
