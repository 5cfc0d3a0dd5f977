import { type KeyboardEvent, useRef, useState } from 'react'
import { fields as say } from '../messages/en'
import { Icon } from '../parts/Icon'
import { announce } from '../session/announce'
import { useSession } from '../session/hooks'
import { takeElements, withElements } from './elements'
import type { InputNames } from './FieldInput'
import { giveUp } from './give-up'
import styles from './ListInput.module.css'

interface ListInputProps {
  readonly named: InputNames
  readonly label: string
  readonly list: readonly string[]
  readonly onChange: (list: readonly string[]) => void
  readonly onLeave: () => void
}

/**
 * A list as chips and a field that takes more: Enter, `;` or a comma after a name adds what was typed. From the empty
 * field ArrowLeft or Backspace goes to the last chip; there Delete or Backspace removes it.
 */
export function ListInput({ named, label, list, onChange, onLeave }: ListInputProps) {
  const session = useSession()
  const [draft, setDraft] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const chips = useRef<HTMLUListElement>(null)
  const add = (elements: readonly string[], rest = '') => {
    setDraft(rest)
    const next = withElements(list, elements)
    if (next.length > list.length) onChange(next)
  }
  const addTyped = () => add([...takeElements(draft).complete, takeElements(draft).rest.trim()].filter(Boolean))
  const remove = (element: string, next: HTMLElement | null | undefined) => {
    // Before the chip goes, or the cursor would go with it.
    ;(next ?? input.current)?.focus()
    announce(session, say.removed(element))
    onChange(list.filter(each => each !== element))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      addTyped()
    } else if (event.key === 'Escape') {
      giveUp(event.currentTarget, () => setDraft(''))
    } else if ((event.key === 'ArrowLeft' || event.key === 'Backspace') && draft === '') {
      const last = chips.current?.lastElementChild?.querySelector('button')
      if (!last) return
      event.preventDefault()
      last.focus()
    }
  }
  return (
    <div className={styles.list}>
      <ul ref={chips} aria-label={label}>
        {list.map(element => (
          <li key={element} className={styles.chip}>
            <span>{element}</span>
            <button
              type="button"
              tabIndex={-1}
              aria-label={say.remove(element)}
              title={say.remove(element)}
              onClick={() => remove(element, input.current)}
              onKeyDown={event => onChipKey(event, input.current, next => remove(element, next))}
            >
              <Icon name="x" size={12} />
            </button>
          </li>
        ))}
      </ul>
      <input
        dir="auto"
        {...named}
        ref={input}
        type="text"
        value={draft}
        placeholder={list.length === 0 ? say.typeAndEnter : ''}
        onChange={event => {
          const { complete, rest } = takeElements(event.target.value)
          add(complete, rest)
        }}
        onPaste={event => {
          // A field of one line would run the lines of a list together.
          const text = event.clipboardData.getData('text')
          if (!/[\n\r]/.test(text.trim())) return
          event.preventDefault()
          add([...takeElements(`${draft}${text}\n`).complete])
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          addTyped()
          onLeave()
        }}
      />
    </div>
  )
}

/** The keys of a chip: arrows go along the chips and back to the field, Delete and Backspace remove it. */
function onChipKey(
  event: KeyboardEvent<HTMLButtonElement>,
  input: HTMLInputElement | null,
  remove: (next: HTMLElement | null | undefined) => void,
): void {
  const chip = event.currentTarget.closest('li')
  const before = chip?.previousElementSibling?.querySelector('button')
  const after = chip?.nextElementSibling?.querySelector('button') ?? input
  if (event.key === 'ArrowLeft') before?.focus()
  else if (event.key === 'ArrowRight' || event.key === 'Escape') (event.key === 'Escape' ? input : after)?.focus()
  else if (event.key === 'Backspace') remove(before ?? after)
  else if (event.key === 'Delete' || event.key === 'Enter' || event.key === ' ') remove(after)
  else return
  event.preventDefault()
}
