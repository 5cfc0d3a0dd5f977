import { difference } from '../../store/difference'
import { undo } from '../commands/editing'
import { caseReset as say } from '../messages/en'
import { tell } from '../session/editor-store'
import type { Session } from '../session/session'
import { readCase } from './case-file'

/** Makes a copy the case study again, as one edit; the present state is kept as a version before. */
export async function resetToCase(session: Session): Promise<void> {
  const { caseId, journal } = session.opened
  const study = caseId === null ? null : await readCase(caseId)
  if (!study) {
    tell(session.editor, { text: say.noCase, severity: 'error' })
    return
  }
  const edit = () => difference(session.design(), study, say.edit)
  if (edit().changes.length === 0) {
    tell(session.editor, { text: say.nothing })
    return
  }
  await journal.keepVersion(say.before)
  if (!session.commit(edit())) return
  session.view.fit()
  tell(session.editor, { text: say.done, action: { name: say.undo, run: () => undo(session) } })
}
