import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { Choice } from '../../kinds/choices/index'
import type { Field } from '../../kinds/kind'
import { readValue } from '../../kinds/read-value'
import { stillToSuggest } from '../../kinds/suggestions'
import { outOfRange } from '../../kinds/values'
import type { PropValue } from '../../model/design'
import { fields as say } from '../messages/en'
import { Icon } from '../parts/Icon'
import { SeverityMark } from '../parts/SeverityMark'
import { useEditor, useSession } from '../session/hooks'
import { CompareOptions } from './CompareOptions'
import { withElements } from './elements'
import styles from './FieldControl.module.css'
import { FieldInput } from './FieldInput'
import { Suggestions } from './Suggestions'
import { useFieldFinding } from './use-field-finding'
import { writeValue } from './write-value'

interface FieldControlProps {
  readonly field: Field
  readonly value: PropValue | undefined
  /** `props.p99Ms`, `brief.dau`: what a fix names when it asks for the cursor here. */
  readonly path: string
  /** Name above the control instead of beside it. */
  readonly isWide?: boolean
  /** The decision that the field holds, if it holds one. */
  readonly choice?: Choice | undefined
  /** Of a list: what to add by a press. Absent: the examples of the field. */
  readonly suggestions?: readonly string[]
  /** What follows from the value, under the control. */
  readonly children?: ReactNode
  readonly onChange: (value: PropValue | undefined) => void
}

/**
 * A typed field: the unit is shown, a bad value is explained beside it and leaves the design as it was. It wears the mark
 * of a finding about it, and unfolds what its options gain and cost where it holds a decision.
 */
export function FieldControl(props: FieldControlProps) {
  const { field, value, path, isWide = false, choice, children, onChange } = props
  const session = useSession()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const isAsked = useEditor(editor => editor.field === path)
  const [problem, setProblem] = useState<string | null>(null)
  const [isComparing, setComparing] = useState(false)
  const finding = useFieldFinding(path)
  useEffect(() => {
    if (!isAsked) return
    document.getElementById(id)?.focus()
    box.current?.scrollIntoView({ block: 'center' })
  }, [isAsked, id])
  const commit = (text: string) => {
    if (text.trim() === '') {
      setProblem(null)
      onChange(undefined)
      return ''
    }
    const read = readValue(field, text)
    const flaw = read.ok ? outOfRange(field, read.value) : [read.message, read.hint].filter(Boolean).join(' ')
    setProblem(flaw)
    if (!read.ok || flaw !== null) return null
    onChange(read.value)
    return writeValue(read.value, field)
  }
  const note = problem ?? (isAsked ? field.help : undefined)
  return (
    <div ref={box} className={styles.field} data-wide={isWide} data-field={field.key}>
      <div className={styles.name}>
        <label htmlFor={id} title={field.help}>
          {field.label}
        </label>
        {choice && (
          <button
            type="button"
            className={styles.compare}
            aria-expanded={isComparing}
            aria-label={say.compareOf(field.label)}
            title={say.compare}
            onClick={() => setComparing(!isComparing)}
          >
            <Icon name="scale" size={14} />
          </button>
        )}
      </div>
      <div className={styles.box} data-bad={problem !== null} data-severity={finding?.severity}>
        <FieldInput
          named={{
            id,
            'aria-invalid': problem !== null,
            'aria-describedby': finding ? `${id}-note ${id}-finding` : `${id}-note`,
          }}
          field={field}
          value={value}
          onChange={onChange}
          onCommit={commit}
          onLeave={() => isAsked && session.editor.setState({ field: null, suggested: null })}
        />
        {field.unit && <span className={styles.unit}>{field.unit.replace('US dollars', '$')}</span>}
        {finding && (
          <span className={styles.mark} title={finding.message}>
            <SeverityMark severity={finding.severity} size={14} />
          </span>
        )}
      </div>
      <p
        id={`${id}-note`}
        className={note ? styles.note : 'visually-hidden'}
        data-bad={problem !== null}
        role={problem ? 'alert' : undefined}
      >
        {note ?? field.help}
      </p>
      {finding && (
        <p id={`${id}-finding`} className="visually-hidden">
          {finding.message}
        </p>
      )}
      <Offers {...props} input={id} isAsked={isAsked} />
      {choice && isComparing && <CompareOptions choice={choice} field={field} value={value} onChoose={onChange} />}
      {children}
    </div>
  )
}

interface OffersProps extends FieldControlProps {
  readonly input: string
  readonly isAsked: boolean
}

/** What to pick instead of typing: of a list always, elements to add; else while a finding asks for the field. */
function Offers({ field, value, suggestions, input, isAsked, onChange }: OffersProps) {
  const suggested = useEditor(editor => (isAsked ? editor.suggested : null)) as readonly PropValue[] | null
  if (field.type === 'list') {
    const list = Array.isArray(value) ? value : []
    const offered = [...(suggested ?? []).flat(), ...(suggestions ?? field.examples ?? []).flat()].map(String)
    return (
      <Suggestions
        label={field.label}
        suggestions={stillToSuggest(offered, list)}
        input={input}
        onAdd={element => onChange(withElements(list, [element]))}
      />
    )
  }
  const examples = suggested ?? field.examples ?? []
  if (!isAsked || examples.length === 0) return null
  return (
    <div className={styles.examples}>
      {examples.map(example => (
        <button
          key={String(example)}
          type="button"
          // The press must come before the field loses the cursor and takes the examples away.
          onPointerDown={event => event.preventDefault()}
          onClick={() => onChange(example)}
        >
          {writeValue(example, field)}
        </button>
      ))}
    </div>
  )
}
