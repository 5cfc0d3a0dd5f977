import { difference } from '../../store/difference'
import { undo } from '../commands/editing'
import { tell } from '../session/editor-store'
import type { Session } from '../session/session'
import { readCase } from './case-file'

/** Makes a copy the case study again, as one edit; the present state is kept as a version before. */
export async function resetToCase(session: Session): Promise<void> {
  const { caseId, journal } = session.opened
  const study = caseId === null ? null : await readCase(caseId)
  if (!study) {
    tell(session.editor, { text: 'This version of Groundplan has no such case study any more.', severity: 'error' })
    return
  }
  const edit = () => difference(session.design(), study, 'Reset to the case study')
  if (edit().changes.length === 0) {
    tell(session.editor, { text: 'Nothing to reset: this is the case study as it came.' })
    return
  }
  await journal.keepVersion('Before reset')
  if (!session.commit(edit())) return
  session.view.fit()
  tell(session.editor, { text: 'Reset to the case study.', action: { name: 'Undo', run: () => undo(session) } })
}
