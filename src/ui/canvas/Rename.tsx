import { useEffect, useRef } from 'react'
import type { Id } from '../../model/design'
import { rename } from '../commands/editing'
import { finishNote } from '../commands/note-typing'
import { useSession } from '../session/hooks'
import styles from './Rename.module.css'

interface RenameProps {
  readonly id: Id
  readonly label: string
  readonly look: 'block' | 'room' | 'note'
}

/**
 * The name of a block or room while it is typed on the canvas: Enter keeps it, Escape does not. The text of a note has
 * several lines: there Ctrl+Enter keeps it.
 */
export function Rename({ id, label, look }: RenameProps) {
  const session = useSession()
  const field = useRef<HTMLTextAreaElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const finish = (text: string | null) => {
    if (isDone.current) return
    isDone.current = true
    if (look === 'note') finishNote(session, id, text)
    else rename(session, id, text ?? '')
    session.view.focus()
  }
  return (
    <textarea
      ref={field}
      className={`${styles.rename} nodrag nopan nowheel nokey`}
      data-look={look}
      aria-label={look === 'note' ? 'Text' : 'Name'}
      rows={1}
      defaultValue={label}
      onBlur={event => finish(event.target.value)}
      onDoubleClick={event => event.stopPropagation()}
      onKeyDown={event => {
        event.stopPropagation()
        if (event.key === 'Escape') finish(null)
        const isKept = look === 'note' ? event.ctrlKey || event.metaKey : !event.shiftKey
        if (event.key === 'Enter' && isKept) {
          event.preventDefault()
          finish(event.currentTarget.value)
        }
      }}
    />
  )
}
