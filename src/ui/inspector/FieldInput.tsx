import { type KeyboardEvent, useState } from 'react'
import type { Field } from '../../kinds/kind'
import type { PropValue } from '../../model/design'
import { fields as say } from '../messages/en'
import { giveUp } from './give-up'
import { ListInput } from './ListInput'
import { writeValue } from './write-value'

/** What ties an input to its label, its note and its flaw. */
export interface InputNames {
  readonly id: string
  readonly 'aria-invalid': boolean
  readonly 'aria-describedby': string
}

interface FieldInputProps {
  readonly named: InputNames
  readonly field: Field
  readonly value: PropValue | undefined
  readonly onChange: (value: PropValue | undefined) => void
  /** Takes what was typed; the text that it was read as, or null when it could not be read. */
  readonly onCommit: (text: string) => string | null
  readonly onLeave: () => void
}

/** The input of a field by its type: a menu, chips, a line or a text. */
export function FieldInput({ named, field, value, onChange, onCommit, onLeave }: FieldInputProps) {
  if (field.type === 'list' && (value === undefined || Array.isArray(value)))
    return (
      <ListInput
        named={named}
        label={field.label}
        list={value ?? []}
        onChange={list => onChange(list.length === 0 ? undefined : list)}
        onLeave={onLeave}
      />
    )
  const text = value === undefined ? '' : writeValue(value, field)
  if (field.type === 'yes-no' || field.type === 'choice') {
    const choices = field.type === 'yes-no' ? ['yes', 'no'] : [...(field.choices ?? [])]
    if (text !== '' && !choices.includes(text)) choices.push(text)
    return (
      <select
        {...named}
        value={text}
        data-empty={text === ''}
        onChange={event => onCommit(event.target.value)}
        onBlur={onLeave}
      >
        <option value="">{say.notSet}</option>
        {choices.map(choice => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    )
  }
  return <TextInput named={named} field={field} text={text} onCommit={onCommit} onLeave={onLeave} />
}

interface TextInputProps {
  readonly named: InputNames
  readonly field: Field
  readonly text: string
  readonly onCommit: (text: string) => string | null
  readonly onLeave: () => void
}

/** Typed text is one edit when it is done: at Enter or when the field is left. Escape takes it back. */
function TextInput({ named, field, text, onCommit, onLeave }: TextInputProps) {
  const [draft, setDraft] = useState(text)
  const [known, setKnown] = useState(text)
  // A change from elsewhere (undo, a fix) shows at once; the field keeps the cursor.
  if (text !== known) {
    setKnown(text)
    setDraft(text)
  }
  const commit = () => {
    if (draft !== text) setDraft(onCommit(draft) ?? draft)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      commit()
    } else if (event.key === 'Escape') giveUp(event.currentTarget, () => setDraft(text))
  }
  const shared = {
    ...named,
    value: draft,
    placeholder: placeholderOf(field),
    onKeyDown,
    onBlur: () => {
      commit()
      onLeave()
    },
  }
  if (field.type === 'text')
    return <textarea {...shared} dir="auto" rows={1} onChange={event => setDraft(event.target.value)} />
  const mode = field.type === 'number' && !field.choices ? 'decimal' : 'text'
  return <input {...shared} type="text" inputMode={mode} onChange={event => setDraft(event.target.value)} />
}

/** The length of a placeholder that stands on one line of the panel. */
const LINE = 36

/** An example that is short enough for a line: a field that shrinks at the first letter makes what is below it jump. */
function placeholderOf(field: Field): string {
  if (field.type !== 'text') return ''
  const examples = (field.examples ?? []).map(example => `e.g. ${String(example)}`)
  return examples.find(example => example.length <= LINE) ?? ''
}
