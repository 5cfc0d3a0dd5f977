import { useId, useState } from 'react'
import styles from './FieldControl.module.css'
import { giveUp } from './give-up'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  /** Name above the control instead of beside it. */
  readonly isWide?: boolean
  readonly isOneLine?: boolean
  readonly onChange: (text: string) => void
}

/** Free text that is one edit when the field is left, or at Enter in a field of one line. */
export function TextField({ label, value, placeholder, isWide = true, isOneLine = false, onChange }: TextFieldProps) {
  const id = useId()
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
