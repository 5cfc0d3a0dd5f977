import type { Design } from '../../model/design'
import { difference } from '../../store/difference'
import { undo } from '../commands/editing'
import { versionHistory as say } from '../messages/en'
import { tell } from '../session/editor-store'
import type { Session } from '../session/session'

/**
 * Brings a kept state back as one edit, on top of what other tabs did, after keeping the present state as a version.
 * `when` names it: “Today, 14:05”.
 */
export async function restore(session: Session, design: Design, when: string): Promise<void> {
  await session.opened.journal.keepVersion(say.beforeRestore)
  const isDone = session.commit(difference(session.design(), design, say.restoring(when)))
  if (!isDone) return
  session.view.fit()
  tell(session.editor, {
    text: say.restored(when),
    action: { name: say.undo, run: () => undo(session) },
  })
}
