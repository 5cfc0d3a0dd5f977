import { useEffect, useId, useState } from 'react'
import { useEditor, useSession } from '../session/hooks'
import styles from './FieldControl.module.css'
import { giveUp } from './give-up'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  /** Name above the control instead of beside it. */
  readonly isWide?: boolean
  readonly isOneLine?: boolean
  /** What a command calls the field when it asks for the cursor here. */
  readonly path?: string
  readonly onChange: (text: string) => void
}

/** Free text that is one edit when the field is left, or at Enter in a field of one line. */
export function TextField({
  label,
  value,
  placeholder,
  isWide = true,
  isOneLine = false,
  path,
  onChange,
}: TextFieldProps) {
  const id = useId()
  useAsked(id, path)
  const [draft, setDraft] = useState(value)
  const [known, setKnown] = useState(value)
  // A change from elsewhere (undo, another panel) shows at once; the field keeps the cursor.
  if (value !== known) {
    setKnown(value)
    setDraft(value)
  }
  return (
    <div className={styles.field} data-wide={isWide}>
      <div className={styles.name}>
        <label htmlFor={id}>{label}</label>
      </div>
      <div className={styles.box}>
        <textarea
          id={id}
          rows={1}
          dir="auto"
          value={draft}
          placeholder={placeholder}
          onChange={event => setDraft(event.target.value)}
          onBlur={() => {
            if (draft !== value) onChange(draft)
          }}
          onKeyDown={event => {
            if (event.key === 'Enter' && (isOneLine || event.ctrlKey || event.metaKey)) {
              event.preventDefault()
              event.currentTarget.blur()
            } else if (event.key === 'Escape') {
              giveUp(event.currentTarget, () => setDraft(value))
            }
          }}
        />
      </div>
    </div>
  )
}

/** Gives the cursor to the field that was asked for. */
function useAsked(id: string, path: string | undefined): void {
  const session = useSession()
  const isAsked = useEditor(editor => path !== undefined && editor.field === path)
  useEffect(() => {
    const field = isAsked ? document.getElementById(id) : null
    if (!(field instanceof HTMLTextAreaElement)) return
    field.focus()
    field.select()
    session.editor.setState({ field: null })
  }, [session, id, isAsked])
}
