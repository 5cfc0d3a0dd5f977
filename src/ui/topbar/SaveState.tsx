import { useStore } from 'zustand'
import { topBar as say } from '../messages/en'
import { Icon } from '../parts/Icon'
import { useSession } from '../session/hooks'
import styles from './TopBar.module.css'

/** Whether the last edits are stored: from the database's own confirmation and nothing else. */
export function SaveState() {
  const session = useSession()
  const { state } = useStore(session.opened.journal.status)
  const isReadOnly = useStore(session.document, document => document.readOnly)
  if (isReadOnly) return <span className={styles.saved}>{say.readOnly}</span>
  return (
    <span className={styles.saved} data-state={state} data-save-state={state}>
      {state === 'saved' && <Icon name="check" size={14} />}
      {state === 'saved' ? say.saved : state === 'saving' ? say.saving : say.notSaved}
    </span>
  )
}
