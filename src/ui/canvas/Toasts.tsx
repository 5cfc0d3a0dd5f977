import { useEffect } from 'react'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
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
    const timer = setTimeout(() => session.editor.setState({ toast: null }), STAY_MS)
    return () => clearTimeout(timer)
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
      <p>{toast.text}</p>
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
      <Button icon="x" size="small" aria-label="Close the message" onClick={close} />
    </div>
  )
}
