import type { Session } from './session'

/** Says one polite sentence to screen readers. */
export function announce(session: Session, sentence: string): void {
  session.editor.setState({ announcement: { text: sentence } })
}
