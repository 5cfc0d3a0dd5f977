import { MAX_FILE_BYTES, readDesign } from '../../gate'
import type { Design } from '../../model/design'
import type { Problem } from '../../model/problem'
import { openingFile as say } from '../messages/en'

/** A file that was read: its design, or what is wrong with it. */
export type ReadFile =
  | { readonly ok: true; readonly name: string; readonly design: Design; readonly handle?: FileSystemFileHandle }
  | { readonly ok: false; readonly name: string; readonly problems: readonly Problem[] }

/** Lets the person choose a file and reads it; null when they gave up. */
export async function chooseFile(): Promise<ReadFile | null> {
  const { fileOpen } = await import('browser-fs-access')
  try {
    const file = await fileOpen({ description: say.designs, extensions: ['.json', '.plan', '.txt'] })
    const read = await readFile(file)
    // Plan text is a way in: what it became is saved as a design file.
    return read.ok && file.handle && !/\.(plan|txt)$/i.test(file.name) ? { ...read, handle: file.handle } : read
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  }
}

/** Reads a design file or plan text through the one gate. The size is checked before a byte is read. */
export async function readFile(file: File): Promise<ReadFile> {
  const { name } = file
  if (file.size > MAX_FILE_BYTES) {
    const message = say.tooLarge(Math.ceil(file.size / 1e6), Math.floor(MAX_FILE_BYTES / 1e6))
    return { ok: false, name, problems: [{ path: '', message, hint: say.chooseAnother }] }
  }
  const text = await file.text()
  const result = isPlan(name, text) ? (await import('../../plan/read')).readPlan(text) : readDesign(text)
  return result.ok ? { ok: true, name, design: result.value } : { ok: false, name, problems: result.problems }
}

/** Plan text is known by its name; a text file without one is plan text when it does not begin like JSON or markup. */
function isPlan(name: string, text: string): boolean {
  if (/\.plan$/i.test(name)) return true
  return /\.txt$/i.test(name) && !/^[\s\ufeff]*[{[<]/.test(text)
}
