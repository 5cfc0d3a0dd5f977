import { useEffect, useState } from 'react'
import type { Id } from '../../model/design'
import type { Problem } from '../../model/problem'
import { layOutNew } from '../commands/tidying'
import { documents } from '../documents'
import { saveText } from '../files/save-text'
import { editorFrame as say } from '../messages/en'
import { goToStart } from '../navigation'
import { Problems } from '../parts/Problems'
import { TextButton } from '../parts/TextButton'
import { SessionContext } from '../session/hooks'
import { createSession, type Session } from '../session/session'
import styles from './DocumentScreen.module.css'
import { Editor } from './Editor'

interface Unreadable {
  readonly problems: readonly Problem[]
  readonly raw: string
}

/** Opens a design of this device and shows the editor, or why it cannot be opened. */
export function DocumentScreen({ id }: { readonly id: Id }) {
  const [session, setSession] = useState<Session | null>(null)
  const [failure, setFailure] = useState<Unreadable | null>(null)
  useEffect(() => {
    let opened: Session | null = null
    let isGone = false
    void documents.open(id).then(async result => {
      if (isGone) return
      if (!result.ok) {
        setFailure(result)
        return
      }
      opened = createSession(result.value)
      await layOutNew(opened)
      if (!isGone) setSession(opened)
    })
    return () => {
      isGone = true
      opened?.dispose()
    }
  }, [id])
  if (failure)
    return (
      <main className={styles.failure}>
        <h1>{say.unreadable}</h1>
        <Problems problems={failure.problems} />
        <p>{say.unchanged}</p>
        <div className={styles.actions}>
          <TextButton look="primary" onClick={goToStart}>
            {say.allDesigns}
          </TextButton>
          {failure.raw !== '' && (
            <TextButton look="secondary" onClick={() => void saveText(failure.raw, 'design-as-stored.json')}>
              {say.downloadStored}
            </TextButton>
          )}
        </div>
      </main>
    )
  if (!session) return <div className={styles.loading} aria-busy="true" />
  return (
    <SessionContext value={session}>
      <Editor />
    </SessionContext>
  )
}
