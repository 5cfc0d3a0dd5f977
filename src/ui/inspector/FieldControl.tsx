import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Field } from '../../kinds/kind'
import { outOfRange, readValue } from '../../kinds/values'
import type { PropValue } from '../../model/design'
import { useEditor, useSession } from '../session/hooks'
import styles from './FieldControl.module.css'
import { writeValue } from './write-value'

interface FieldControlProps {
  readonly field: Field
  readonly value: PropValue | undefined
  /** `props.p99Ms`, `brief.dau`: what a fix names when it asks for the cursor here. */
  readonly path: string
  /** Name above the control instead of beside it. */
  readonly isWide?: boolean
  readonly onChange: (value: PropValue | undefined) => void
}

/** A typed field: the unit is shown, a bad value is explained beside it and leaves the design as it was. */
export function FieldControl({ field, value, path, isWide = false, onChange }: FieldControlProps) {
  const session = useSession()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const isAsked = useEditor(editor => editor.field === path)
  const suggested = useEditor(editor => (isAsked ? editor.suggested : null))
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    if (!isAsked) return
    box.current?.querySelector<HTMLElement>('input, textarea, select')?.focus()
    box.current?.scrollIntoView({ block: 'center' })
  }, [isAsked])
  const commit = (text: string) => {
    if (text.trim() === '') {
      setProblem(null)
      onChange(undefined)
      return
    }
    const read = readValue(field, text)
    const flaw = read.ok ? outOfRange(field, read.value) : [read.message, read.hint].filter(Boolean).join(' ')
    setProblem(flaw)
    if (read.ok && flaw === null) onChange(read.value)
  }
  const examples = (suggested ?? field.examples ?? []) as readonly PropValue[]
  const note = problem ?? (isAsked ? field.help : undefined)
  return (
    <div ref={box} className={styles.field} data-wide={isWide}>
      <label className={styles.name} htmlFor={id} title={field.help}>
        {field.label}
      </label>
      <div className={styles.box} data-bad={problem !== null}>
        <Control
          id={id}
          field={field}
          value={value}
          isBad={problem !== null}
          note={note ? `${id}-note` : undefined}
          onCommit={commit}
          onLeave={() => isAsked && session.editor.setState({ field: null, suggested: null })}
        />
        {field.unit && <span className={styles.unit}>{field.unit}</span>}
      </div>
      {note && (
        <p id={`${id}-note`} className={styles.note} data-bad={problem !== null} role={problem ? 'alert' : undefined}>
          {note}
        </p>
      )}
      {isAsked && examples.length > 0 && (
        <div className={styles.examples}>
          {examples.map(example => (
            <button
              key={String(example)}
              type="button"
              // The press must come before the field loses the cursor and takes the examples away.
              onPointerDown={event => event.preventDefault()}
              onClick={() => onChange(field.type === 'list' && !Array.isArray(example) ? [String(example)] : example)}
            >
              {writeValue(example)}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

interface ControlProps {
  readonly id: string
  readonly field: Field
  readonly value: PropValue | undefined
  readonly isBad: boolean
  readonly note: string | undefined
  readonly onCommit: (text: string) => void
  readonly onLeave: () => void
}

function Control({ id, field, value, isBad, note, onCommit, onLeave }: ControlProps) {
  const text = value === undefined ? '' : writeValue(value)
  const named = { id, 'aria-invalid': isBad, 'aria-describedby': note }
  if (field.type === 'yes-no' || field.type === 'choice') {
    const choices = field.type === 'yes-no' ? ['yes', 'no'] : [...(field.choices ?? [])]
    if (text !== '' && !choices.includes(text)) choices.push(text)
    return (
      <select {...named} value={text} onChange={event => onCommit(event.target.value)} onBlur={onLeave}>
        <option value="">Not set</option>
        {choices.map(choice => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    )
  }
  return <TextControl key={text} named={named} field={field} text={text} onCommit={onCommit} onLeave={onLeave} />
}

interface TextControlProps {
  readonly named: {
    readonly id: string
    readonly 'aria-invalid': boolean
    readonly 'aria-describedby': string | undefined
  }
  readonly field: Field
  readonly text: string
  readonly onCommit: (text: string) => void
  readonly onLeave: () => void
}

/** Typed text is one edit when it is done: at Enter or when the field is left. Escape takes it back. */
function TextControl({ named, field, text, onCommit, onLeave }: TextControlProps) {
  const [draft, setDraft] = useState(text)
  const isLong = field.type === 'text'
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      if (draft !== text) onCommit(draft)
    } else if (event.key === 'Escape') {
      setDraft(text)
      event.currentTarget.blur()
    }
  }
  const shared = {
    ...named,
    value: draft,
    placeholder: field.type === 'list' ? 'one; two' : '',
    onKeyDown,
    onBlur: () => {
      if (draft !== text) onCommit(draft)
      onLeave()
    },
  }
  if (isLong) return <textarea {...shared} rows={1} onChange={event => setDraft(event.target.value)} />
  const mode = field.type === 'number' && !field.choices ? 'decimal' : 'text'
  return <input {...shared} type="text" inputMode={mode} onChange={event => setDraft(event.target.value)} />
}
