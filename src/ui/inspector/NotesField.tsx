import { useEffect, useId, useRef, useState } from 'react'
import { hasMarks } from '../../formats/markdown'
import { notesField as say } from '../messages/en'
import MarkdownText from '../parts/MarkdownText'
import controls from './FieldControl.module.css'
import { giveUp } from './give-up'
import styles from './NotesField.module.css'

interface NotesFieldProps {
  readonly value: string
  readonly onChange: (text: string) => void
}

/**
 * Notes in light Markdown: read as they are meant, written as text. What is typed is one edit when the field is left;
 * Ctrl+Enter shows it read. The field turns only when it is told to, so that nothing moves under a press.
 */
export function NotesField({ value, onChange }: NotesFieldProps) {
  const id = useId()
  const [draft, setDraft] = useState(value)
  const [known, setKnown] = useState(value)
  // Words without marks read as they are written.
  const [isReading, setReading] = useState(hasMarks(value))
  const [isTurned, setTurned] = useState(false)
  const toggle = useRef<HTMLButtonElement>(null)
  if (value !== known) {
    setKnown(value)
    setDraft(value)
  }
  const done = () => {
    if (draft !== value) onChange(draft)
  }
  const isRead = isReading && hasMarks(draft)
  const read = () => {
    done()
    setReading(hasMarks(draft))
  }
  const write = () => {
    setReading(false)
    setTurned(true)
  }
  return (
    <div className={controls.field} data-wide="true" data-field="notes">
      <div className={styles.head}>
        {isRead ? <span id={id}>{say.title}</span> : <label htmlFor={id}>{say.title}</label>}
        {hasMarks(draft) && (
          <button
            ref={toggle}
            type="button"
            aria-label={isRead ? say.editNotes : say.previewNotes}
            onPointerDown={event => event.preventDefault()}
            onClick={() => (isRead ? write() : read())}
          >
            {isRead ? say.edit : say.preview}
          </button>
        )}
      </div>
      {isRead ? (
        <div className={styles.reading} role="group" aria-labelledby={id}>
          <MarkdownText text={draft} />
        </div>
      ) : (
        <NotesInput
          id={id}
          draft={draft}
          takesFocus={isTurned}
          onType={text => {
            setReading(false)
            setDraft(text)
          }}
          onDone={done}
          onRead={() => {
            read()
            toggle.current?.focus()
          }}
          onGiveUp={() => setDraft(value)}
        />
      )}
    </div>
  )
}

interface NotesInputProps {
  readonly id: string
  readonly draft: string
  readonly takesFocus: boolean
  readonly onType: (text: string) => void
  readonly onDone: () => void
  readonly onRead: () => void
  readonly onGiveUp: () => void
}

function NotesInput({ id, draft, takesFocus, onType, onDone, onRead, onGiveUp }: NotesInputProps) {
  const input = useRef<HTMLTextAreaElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the field turns from reading to writing
  useEffect(() => {
    if (takesFocus) input.current?.focus()
  }, [])
  return (
    <div className={controls.box}>
      <textarea
        dir="auto"
        ref={input}
        id={id}
        rows={1}
        value={draft}
        placeholder={say.hint}
        onChange={event => onType(event.target.value)}
        onBlur={onDone}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            onRead()
          } else if (event.key === 'Escape') {
            giveUp(event.currentTarget, onGiveUp)
          }
        }}
      />
    </div>
  )
}
