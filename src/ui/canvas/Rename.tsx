import { useEffect, useRef } from 'react'
import type { Id } from '../../model/design'
import { rename } from '../commands/editing'
import { useSession } from '../session/hooks'
import styles from './BlockCard.module.css'

/** The name of a block while it is typed on the canvas. Enter keeps it, Escape does not. */
export function Rename({ id, label }: { readonly id: Id; readonly label: string }) {
  const session = useSession()
  const field = useRef<HTMLTextAreaElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const finish = (name: string) => {
    if (isDone.current) return
    isDone.current = true
    rename(session, id, name)
    session.view.focus()
  }
  return (
    <textarea
      ref={field}
      className={`${styles.rename} nodrag nopan nowheel`}
      aria-label="Name"
      rows={1}
      defaultValue={label}
      onBlur={event => finish(event.target.value)}
      onKeyDown={event => {
        event.stopPropagation()
        if (event.key === 'Escape') finish(label)
        if (event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault()
          finish(event.currentTarget.value)
        }
      }}
    />
  )
}
