import { useEffect } from 'react'
import { toasts as say } from '../messages/en'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { Words } from '../parts/Words'
import { useEditor, useSession } from '../session/hooks'
import styles from './Canvas.module.css'

/** Milliseconds that a message stays: long enough to read it and to reach its button. */
const STAY_MS = 7000

/** The newest message, with one thing to do about it. */
export function Toasts() {
  const session = useSession()
  const toast = useEditor(editor => editor.toast)
  useEffect(() => {
    if (!toast) return
    const close = () => session.editor.setState({ toast: null })
    const timer = setTimeout(close, STAY_MS)
    const { undoLabel } = session.document.getState()
    // What its button would do speaks of the last edit: after another one it would do something else.
    const unlisten = session.document.subscribe(state => {
      if (toast.action && state.undoLabel !== undoLabel) close()
    })
    return () => {
      clearTimeout(timer)
      unlisten()
    }
  }, [session, toast])
  if (!toast) return null
  const close = () => session.editor.setState({ toast: null })
  return (
    <div
      className={styles.toast}
      data-severity={toast.severity}
      data-toast=""
      role={toast.severity ? 'alert' : undefined}
    >
      <Icon name={toast.severity ? 'octagon-x' : 'circle-check'} />
      <p>
        <Words of={toast.text} />
      </p>
      {toast.action && (
        <Button
          size="small"
          onClick={() => {
            close()
            toast.action?.run()
          }}
        >
          {toast.action.name}
        </Button>
      )}
      <Button icon="x" size="small" aria-label={say.close} onClick={close} />
    </div>
  )
}
