import { useEffect, useRef } from 'react'
import type { Id } from '../../model/design'
import { type Command, isForFields } from '../commands/command'
import { rename, undo } from '../commands/editing'
import { isPressed } from '../commands/keys'
import { finishNote } from '../commands/note-typing'
import { COMMANDS } from '../commands/registry'
import { diagram as say } from '../messages/en'
import { useSession } from '../session/hooks'
import styles from './Rename.module.css'

interface RenameProps {
  readonly id: Id
  readonly label: string
  readonly look: 'block' | 'room' | 'note' | 'flow'
}

/**
 * The name of a block or room, or the label of a flow, while it is typed on the canvas: Enter keeps it, Escape does not.
 * The text of a note has several lines: there Ctrl+Enter keeps it.
 */
export function Rename({ id, label, look }: RenameProps) {
  const session = useSession()
  const field = useRef<HTMLTextAreaElement>(null)
  const isDone = useRef(false)
  const isTouched = useRef(false)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const finish = (text: string | null) => {
    if (isDone.current) return
    isDone.current = true
    if (look === 'note') finishNote(session, id, text)
    else rename(session, id, text)
    session.view.focus()
  }
  return (
    <textarea
      ref={field}
      className={`${styles.rename} nodrag nopan nowheel nokey`}
      data-look={look}
      aria-label={say.rename[look]}
      rows={1}
      dir="auto"
      defaultValue={label}
      onBlur={event => finish(event.target.value)}
      onDoubleClick={event => event.stopPropagation()}
      onKeyDown={event => {
        const { value } = event.currentTarget
        const deed = deedOf(event.nativeEvent, look === 'note', isTouched.current)
        // What is typed is part of what Save writes and Export draws: it is kept first, and the key goes on to its command.
        if (deed === 'keep-and-go') finish(value)
        else event.stopPropagation()
        if (deed === null || deed === 'keep-and-go') return
        event.preventDefault()
        const { revision } = session.document.getState()
        finish(deed === 'keep' ? value : null)
        // A note that was just added is gone by giving it up.
        if (deed === 'undo' && session.document.getState().revision === revision) undo(session)
      }}
      onInput={() => {
        isTouched.current = true
      }}
    />
  )
}

type Deed = 'keep' | 'leave' | 'undo' | 'keep-and-go'

/**
 * What a key does to the typing; null: it is text. Undo belongs to the text from the first letter on; before it there is
 * nothing typed to take back, and it means the design.
 */
function deedOf(event: KeyboardEvent, hasLines: boolean, isTouched: boolean): Deed | null {
  if (event.isComposing) return null
  if (event.key === 'Escape') return 'leave'
  if (event.key === 'Enter') return (hasLines ? event.ctrlKey || event.metaKey : !event.shiftKey) ? 'keep' : null
  if (isPressed('Mod+Z', event)) return isTouched ? null : 'undo'
  const command = (COMMANDS as readonly Command[]).find(one => one.keys?.some(keys => isPressed(keys, event)))
  return command && isForFields(command) ? 'keep-and-go' : null
}
