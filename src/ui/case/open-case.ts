import { documents } from '../documents'
import { goToDesign } from '../navigation'
import { readCase } from './case-file'

/** Opens a copy of a case study as a new design of this device. */
export async function openCase(id: string): Promise<void> {
  const design = await readCase(id)
  if (design) goToDesign((await documents.create(design, id)).id)
}
