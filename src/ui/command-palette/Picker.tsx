import {
  type KeyboardEvent,
  useDeferredValue,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { isPressed } from '../commands/keys'
import { picker as say } from '../messages/en'
import { Icon } from '../parts/Icon'
import { Keys } from '../parts/Keys'
import type { Entry, Section } from './entry'
import { Option } from './Option'
import styles from './Picker.module.css'
import { rank } from './rank'

interface PickerProps {
  /** What the field asks for: its name and its placeholder. */
  readonly label: string
  /** What the Enter key does, in one word. */
  readonly verb: string
  readonly entries: readonly Entry[]
  /** Ids of what was last run, newest first. */
  readonly lastRun?: readonly string[]
  readonly onRun?: (entry: Entry) => void
  readonly onClose: () => void
}

const PAGE = 8
const NEVER_RUN: readonly string[] = []

/**
 * A dialog with one field and the list of what it finds, grouped under headings. The cursor stays in the field; arrows
 * move through the list, Enter runs, Escape closes and gives the focus back.
 */
export function Picker({ label, verb, entries, lastRun = NEVER_RUN, onRun, onClose }: PickerProps) {
  const element = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const asked = useDeferredValue(query)
  const sections = useMemo(() => rank(entries, asked, lastRun), [entries, asked, lastRun])
  const found = useMemo(() => sections.flatMap(section => section.entries), [sections])
  const current = found[Math.min(active, found.length - 1)]

  useLayoutEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  useEffect(() => {
    if (active === 0) list.current?.scrollTo({ top: 0 })
    else if (current) document.getElementById(`${id}-${current.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active, current])

  const run = (entry: Entry) => {
    // Closed first: what runs may give the focus to a field, and the dialog would take it back.
    element.current?.close()
    onClose()
    onRun?.(entry)
    void entry.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (isPressed('Mod+K', event.nativeEvent)) {
      event.preventDefault()
      onClose()
    } else if (event.key === 'Enter') {
      event.preventDefault()
      // The list may be a letter behind what was typed: Enter means what was typed.
      const meant = asked === query ? current : best(rank(entries, query, lastRun))
      if (meant && !event.nativeEvent.isComposing) run(meant)
    } else {
      const next = stepped(event.key, found.indexOf(current as Entry), found.length)
      if (next === null) return
      event.preventDefault()
      setActive(next)
    }
  }
  return (
    <dialog
      ref={element}
      className={styles.dialog}
      aria-label={label}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={onKeyDown}
      onPointerDown={event => event.target === element.current && onClose()}
    >
      <div className={styles.query}>
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded={found.length > 0}
          aria-controls={found.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={current ? `${id}-${current.id}` : undefined}
          aria-autocomplete="list"
          placeholder={label}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={event => {
            setQuery(event.target.value)
            setActive(0)
          }}
        />
      </div>
      {found.length > 0 ? (
        <div ref={list} id={`${id}-list`} className={styles.list} role="listbox" aria-label={label} tabIndex={-1}>
          {sections.map(section => (
            <div key={section.name} role="group" aria-label={section.name}>
              <div className={styles.heading} aria-hidden="true">
                {section.name}
              </div>
              {section.entries.map(entry => (
                <Option
                  key={entry.id}
                  id={`${id}-${entry.id}`}
                  entry={entry}
                  isActive={entry === current}
                  onPoint={() => setActive(found.indexOf(entry))}
                  onRun={() => run(entry)}
                />
              ))}
            </div>
          ))}
        </div>
      ) : (
        <p className={styles.none}>{say.none(asked.trim())}</p>
      )}
      <p className="visually-hidden" role="status">
        {asked.trim() === '' ? '' : say.found(found.length)}
      </p>
      <Foot verb={verb} />
    </dialog>
  )
}

function best([section]: readonly Section[]): Entry | undefined {
  return section?.entries[0]
}

/** Where a key leads in a list of that length, round and round by the arrows; null for other keys. */
function stepped(key: string, from: number, length: number): number | null {
  if (length === 0) return null
  if (key === 'ArrowDown') return (from + 1) % length
  if (key === 'ArrowUp') return (from - 1 + length) % length
  if (key === 'PageDown') return Math.min(length - 1, from + PAGE)
  if (key === 'PageUp') return Math.max(0, from - PAGE)
  return null
}

function Foot({ verb }: { readonly verb: string }) {
  return (
    <div className={styles.foot} aria-hidden="true">
      <span>
        <Keys of="ArrowUp+ArrowDown" />
        {say.move}
      </span>
      <span>
        <Keys of="Enter" />
        {verb}
      </span>
      <span>
        <Keys of="Escape" />
        {say.close}
      </span>
    </div>
  )
}
