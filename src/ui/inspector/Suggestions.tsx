import type { KeyboardEvent } from 'react'
import { fields as say } from '../messages/en'
import { Icon } from '../parts/Icon'
import styles from './FieldControl.module.css'

interface SuggestionsProps {
  /** Names the field for a reader. */
  readonly label: string
  readonly suggestions: readonly string[]
  /** Id of the input that gets the cursor when the last suggestion was taken. */
  readonly input: string
  readonly onAdd: (element: string) => void
}

/** Likely elements of a list: a press adds one. One stop of the Tab key; the arrow keys go from one to the next. */
export function Suggestions({ label, suggestions, input, onAdd }: SuggestionsProps) {
  if (suggestions.length === 0) return null
  return (
    <div className={styles.examples} role="group" aria-label={say.suggestions(label)} onKeyDown={moveFocus}>
      {suggestions.map((suggestion, index) => (
        <button
          key={suggestion}
          type="button"
          tabIndex={index === 0 ? 0 : -1}
          // The press must come before the field loses the cursor and keeps what was half typed.
          onPointerDown={event => event.preventDefault()}
          onClick={({ currentTarget: button }) => {
            const next = button.nextElementSibling ?? button.previousElementSibling ?? document.getElementById(input)
            if (document.activeElement === button) (next as HTMLElement | null)?.focus()
            onAdd(suggestion)
          }}
        >
          <Icon name="plus" size={12} />
          {suggestion}
        </button>
      ))}
    </div>
  )
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const button = event.target as HTMLElement
  const next =
    event.key === 'ArrowRight' || event.key === 'ArrowDown'
      ? button.nextElementSibling
      : event.key === 'ArrowLeft' || event.key === 'ArrowUp'
        ? button.previousElementSibling
        : null
  if (!next) return
  event.preventDefault()
  ;(next as HTMLElement).focus()
}
