import type { Id } from '../../model/design'
import { designText } from '../../model/text'
import { saveText } from '../files/save-text'
import { saving as say } from '../messages/en'
import { announce } from '../session/announce'
import { tell } from '../session/editor-store'
import type { Session } from '../session/session'

const handles = new Map<Id, FileSystemFileHandle>()

/** Remembers the file that a design was opened from: Save writes it again. */
export function rememberFile(document: Id, handle: FileSystemFileHandle | undefined): void {
  if (handle) handles.set(document, handle)
}

/**
 * Saves the design as a file: `same` writes the file it was saved to before, `new` asks for a place, `plan` writes plan
 * text and says what that cannot carry.
 */
export async function saveDesign(session: Session, way: 'same' | 'new' | 'plan'): Promise<void> {
  const design = session.design()
  const name = fileName(design.about.design.title)
  if (way === 'plan') {
    const { writePlan } = await import('../../plan/write')
    const { text, leftOut } = writePlan(design)
    const { isSaved } = await saveText(text, `${name}.plan`)
    if (isSaved) tell(session.editor, { text: [say.savedPlan, ...leftOut].join(' ') })
    return
  }
  const known = way === 'same' ? (handles.get(session.id) ?? null) : null
  const { isSaved, handle } = await saveText(designText(design), `${name}.groundplan.json`, known)
  rememberFile(session.id, handle ?? undefined)
  if (isSaved) announce(session, say.saved)
}

/** A title as a file name: “Ad ranking, v2” becomes `ad-ranking-v2`. */
export function fileName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return plain.slice(0, 80) || 'design'
}
