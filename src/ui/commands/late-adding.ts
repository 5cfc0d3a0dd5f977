import type { Session } from '../session/session'

type AddNote = (session: Session) => void

let addNote: AddNote | null = null

/** Hands over what `adding.ts` does: it loads with the palette, after the diagram is painted. */
export function provideAddNote(deed: AddNote): void {
  addNote = deed
}

/** Adds a note in this very task where its code is there, so that letters typed right after the key go into the note. */
export function addNoteNow(session: Session): void | Promise<void> {
  if (addNote) return addNote(session)
  return import('./adding').then(adding => adding.addNote(session))
}
