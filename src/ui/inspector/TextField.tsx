import { useId, useState } from 'react'
import { hasMarks } from '../../formats/markdown'
import MarkdownText from '../parts/MarkdownText'
import styles from './FieldControl.module.css'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  /** Name above the control instead of beside it. */
  readonly isWide?: boolean
  readonly isOneLine?: boolean
  /** Light Markdown: shown as it reads under the field while nobody types in it. */
  readonly isMarkdown?: boolean
  readonly onChange: (text: string) => void
}

/** Free text that is one edit when the field is left, or at Enter in a field of one line. */
export function TextField(props: TextFieldProps) {
  // A change from elsewhere (undo, another panel) starts the field anew with that text.
  return <Draft key={props.value} {...props} />
}

function Draft({
  label,
  value,
  placeholder,
  isWide = true,
  isOneLine = false,
  isMarkdown = false,
  onChange,
}: TextFieldProps) {
  const id = useId()
  const [draft, setDraft] = useState(value)
  const [isTyped, setTyped] = useState(false)
  return (
    <div className={styles.field} data-wide={isWide}>
      <label className={styles.name} htmlFor={id}>
        {label}
      </label>
      <div className={styles.box}>
        <textarea
          id={id}
          rows={1}
          value={draft}
          placeholder={placeholder}
          onChange={event => setDraft(event.target.value)}
          onFocus={() => setTyped(true)}
          onBlur={() => {
            setTyped(false)
            if (draft !== value) onChange(draft)
          }}
          onKeyDown={event => {
            if (event.key === 'Enter' && (isOneLine || event.ctrlKey || event.metaKey)) {
              event.preventDefault()
              event.currentTarget.blur()
            } else if (event.key === 'Escape') {
              setDraft(value)
              event.currentTarget.blur()
            }
          }}
        />
      </div>
      {isMarkdown && !isTyped && hasMarks(draft) && (
        <div className={styles.reading}>
          <MarkdownText text={draft} />
        </div>
      )}
    </div>
  )
}
