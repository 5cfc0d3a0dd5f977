import { useId, useState } from 'react'
import { useStore } from 'zustand'
import { blockSize } from '../../kinds/index'
import { frameOf } from '../../layout/frames'
import { type Design, type Id, lookUp } from '../../model/design'
import type { Frame } from '../../model/groups'
import { type Measure, place } from '../commands/placing'
import { placeFields as say } from '../messages/en'
import { useDesign, useSession } from '../session/hooks'
import { giveUp } from './give-up'
import styles from './PlaceFields.module.css'

/** Where a block, note or room stands and, where it has a size of its own, how large it is: in pixels of the canvas. */
export function PlaceFields({ id }: { readonly id: Id }) {
  const session = useSession()
  const isReadOnly = useStore(session.document, state => state.readOnly)
  const block = useDesign(design => lookUp(design.blocks, id))
  const room = useDesign(design => lookUp(design.groups, id))
  const frame = frameIn({ block, room })
  if (!frame) return null
  const hasSize = room ? !room.collapsed : block?.kind === 'note'
  const isFixed = isReadOnly || (room ?? block)?.locked === true
  const row = (name: string, measures: readonly Measure[]) => (
    <div className={styles.row} role="group" aria-label={name}>
      <span className={styles.name}>{name}</span>
      {measures.map(measure => (
        <NumberField
          key={measure}
          name={say.names[measure]}
          value={frame[measure]}
          isFixed={isFixed}
          onChange={value => place(session, id, { ...frame, [measure]: value })}
        />
      ))}
    </div>
  )
  return (
    <div className={styles.place}>
      {row(say.position, ['x', 'y'])}
      {hasSize && row(say.size, ['width', 'height'])}
    </div>
  )
}

interface NumberFieldProps {
  readonly name: string
  readonly value: number
  readonly isFixed: boolean
  readonly onChange: (value: number) => void
}

/** Whole pixels: one edit at Enter or when the field is left. What is no number is said, and Escape takes it back. */
function NumberField({ name, value, isFixed, onChange }: NumberFieldProps) {
  const id = useId()
  const [draft, setDraft] = useState(String(value))
  const [known, setKnown] = useState(value)
  const [isBad, setIsBad] = useState(false)
  const show = (text: string) => {
    setDraft(text)
    setIsBad(false)
  }
  // A change from elsewhere (a drag, undo) shows at once; the field keeps the cursor.
  if (value !== known) {
    setKnown(value)
    show(String(value))
  }
  const commit = () => {
    const typed = numberIn(draft)
    setIsBad(typed === null)
    if (typed === null) return
    setDraft(String(value))
    if (typed !== value) onChange(typed)
  }
  return (
    <div className={styles.field} data-bad={isBad}>
      <label htmlFor={id} title={name}>
        {name.slice(0, 1)}
      </label>
      <input
        id={id}
        aria-label={name}
        type="text"
        inputMode="numeric"
        value={draft}
        disabled={isFixed}
        aria-invalid={isBad}
        aria-describedby={isBad ? `${id}-flaw` : undefined}
        onChange={event => show(event.target.value)}
        onBlur={commit}
        onKeyDown={event => {
          if (event.key === 'Enter') {
            event.preventDefault()
            commit()
          } else if (event.key === 'Escape') giveUp(event.currentTarget, () => show(String(value)))
        }}
      />
      {isBad && (
        <p id={`${id}-flaw`} className={styles.flaw} role="alert">
          {say.flaw}
        </p>
      )}
    </div>
  )
}

/** Further off than this nobody finds it again, in pixels. */
const FARTHEST = 100_000

function numberIn(text: string): number | null {
  const value = Number(
    text
      .trim()
      .replace(/\s*px$/, '')
      .replace('−', '-'),
  )
  return text.trim() !== '' && Number.isFinite(value) && Math.abs(value) <= FARTHEST ? Math.round(value) : null
}

interface Thing {
  readonly block: Design['blocks'][string] | undefined
  readonly room: Design['groups'][string] | undefined
}

function frameIn({ block, room }: Thing): Frame | null {
  if (room) return frameOf(room)
  return block?.at ? { ...block.at, ...blockSize(block) } : null
}
