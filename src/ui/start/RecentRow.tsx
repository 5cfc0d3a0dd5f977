import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { DocumentRow } from '../../store/stored'
import { recentDesigns as say } from '../messages/en'
import { goToDesign } from '../navigation'
import { Button } from '../parts/Button'
import { Menu } from '../parts/Menu'
import { ago } from './ago'
import { CoverageRing } from './CoverageRing'
import styles from './Recent.module.css'
import { findingsOf, summaryOf } from './summary'

interface RecentRowProps {
  readonly row: DocumentRow
  readonly onRename: (title: string) => Promise<void>
  readonly onDuplicate: () => Promise<void>
  readonly onRemove: () => Promise<void>
}

/** One design of this device: how far it is covered, and what can be done with it. */
export function RecentRow({ row, onRename, onDuplicate, onRemove }: RecentRowProps) {
  const summary = summaryOf(row.summary)
  const [isRenaming, setRenaming] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const wasRenaming = useRef(false)
  useEffect(() => {
    if (wasRenaming.current && !isRenaming) button.current?.focus()
    wasRenaming.current = isRenaming
  }, [isRenaming])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'F2') setRenaming(true)
    else if (event.key === 'Delete') void onRemove()
    else return
    event.preventDefault()
  }
  if (isRenaming)
    return (
      <TitleField
        title={row.title}
        onDone={title => {
          setRenaming(false)
          if (title !== '' && title !== row.title) void onRename(title)
        }}
      />
    )
  return (
    <div className={styles.row}>
      <button
        ref={button}
        type="button"
        className={styles.open}
        data-document={row.id}
        aria-keyshortcuts="F2 Delete"
        title={row.title}
        onClick={() => goToDesign(row.id)}
        onKeyDown={onKeyDown}
      >
        <CoverageRing summary={summary} />
        <strong>
          <bdi>{row.title}</bdi>
        </strong>
        <time dateTime={new Date(row.updatedAt).toISOString()}>{ago(row.updatedAt, Date.now())}</time>
        <small>{findingsOf(summary, row.blocks)}</small>
      </button>
      <div className={styles.menu}>
        <Menu
          align="end"
          trigger={props => <Button icon="ellipsis" size="small" aria-label={say.more(row.title)} {...props} />}
          entries={[
            { name: say.open, icon: 'folder-open', keys: 'Enter', onSelect: () => goToDesign(row.id) },
            { name: say.rename, icon: 'pencil', keys: 'F2', onSelect: () => setRenaming(true) },
            { name: say.duplicate, icon: 'copy', onSelect: () => void onDuplicate() },
            { name: say.delete, icon: 'trash-2', keys: 'Delete', onSelect: () => void onRemove() },
          ]}
        />
      </div>
    </div>
  )
}

interface TitleFieldProps {
  readonly title: string
  readonly onDone: (title: string) => void
}

/** The title of a design while it is typed in the list. Enter keeps it, Escape does not. */
function TitleField({ title, onDone }: TitleFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // The menu gives the focus back to its button when it closes: after that it is the field's.
    const soon = requestAnimationFrame(() => field.current?.select())
    return () => cancelAnimationFrame(soon)
  }, [])
  return (
    <input
      dir="auto"
      ref={field}
      className={styles.titleField}
      aria-label={say.titleField}
      defaultValue={title}
      onBlur={event => onDone(event.target.value.trim())}
      onKeyDown={event => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        // Else the same press would open the design, whose row gets the keyboard back.
        event.preventDefault()
        if (event.key === 'Escape') event.currentTarget.value = title
        event.currentTarget.blur()
      }}
    />
  )
}
