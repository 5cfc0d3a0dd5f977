import type { Design } from '../../model/design'
import { difference } from '../../store/difference'
import { undo } from '../commands/editing'
import { tell } from '../session/editor-store'
import type { Session } from '../session/session'

/**
 * Brings a kept state back as one edit, on top of what other tabs did, after keeping the present state as a version.
 * `when` names it: “Today, 14:05”.
 */
export async function restore(session: Session, design: Design, when: string): Promise<void> {
  await session.opened.journal.keepVersion('Before restore')
  const isDone = session.commit(difference(session.design(), design, `Restore ${when}`))
  if (!isDone) return
  session.view.fit()
  tell(session.editor, {
    text: `Restored as it was: ${when}.`,
    action: { name: 'Undo', run: () => undo(session) },
  })
}
