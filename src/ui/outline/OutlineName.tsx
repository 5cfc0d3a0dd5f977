import { useEffect, useRef } from 'react'
import type { Stop } from '../../graph/stops'
import { lookUp } from '../../model/design'
import { labelFlow } from '../../model/flows'
import { rename } from '../commands/editing'
import { finishNote } from '../commands/note-typing'
import { outlineName as say } from '../messages/en'
import { announce } from '../session/announce'
import { useSession } from '../session/hooks'
import type { Session } from '../session/session'
import styles from './Outline.module.css'

interface OutlineNameProps {
  readonly stop: Stop
  readonly onDone: () => void
}

/** The name of a block or room, the text of a note or the label of a flow while it is typed in the outline. */
export function OutlineName({ stop, onDone }: OutlineNameProps) {
  const session = useSession()
  const field = useRef<HTMLTextAreaElement>(null)
  const isDone = useRef(false)
  useEffect(() => field.current?.select(), [])
  const finish = (text: string | null) => {
    if (isDone.current) return
    isDone.current = true
    if (text !== null) keep(session, stop, text)
    onDone()
  }
  return (
    <textarea
      ref={field}
      className={styles.rename}
      rows={1}
      aria-label={stop.table === 'flows' ? say.label : say.name}
      defaultValue={textOf(session, stop)}
      onBlur={event => finish(event.target.value)}
      onClick={event => event.stopPropagation()}
      onDoubleClick={event => event.stopPropagation()}
      onKeyDown={event => {
        event.stopPropagation()
        if (event.key === 'Escape') finish(null)
        if (event.key !== 'Enter' || event.shiftKey) return
        event.preventDefault()
        finish(event.currentTarget.value)
      }}
    />
  )
}

function textOf(session: Session, { table, id }: Stop): string {
  return lookUp<{ readonly label?: string }>(session.design()[table], id)?.label ?? ''
}

function keep(session: Session, stop: Stop, text: string): void {
  const { id, table } = stop
  if (text === textOf(session, stop)) return
  if (table === 'flows') {
    const label = text.trim()
    if (session.commit(labelFlow(id, label))) announce(session, label === '' ? say.labelRemoved : say.labelled(label))
  } else if (lookUp(session.design().blocks, id)?.kind === 'note') finishNote(session, id, text)
  else rename(session, id, text)
}
