import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { DocumentList } from '../../store/documents'
import type { DocumentRow } from '../../store/stored'
import { isPressed, isTyping } from '../commands/keys'
import { recentDesigns as say } from '../messages/en'
import { Button } from '../parts/Button'
import { Keys } from '../parts/Keys'
import { Words } from '../parts/Words'
import styles from './Recent.module.css'
import { RecentRow } from './RecentRow'
import { useRecent } from './use-recent'

/** Designs shown until all are asked for: more than a person comes back to, fewer than fill a small screen. */
const SHOWN = 8

/** The designs of this device, newest first. */
export function Recent() {
  const recent = useRecent()
  const [isWhole, setWhole] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const removedAt = useRef<number | null>(null)
  const { list: all, problem, removed } = recent
  const told = problem ?? all?.problem?.message
  const shown = isWhole ? all?.documents : all?.documents.slice(0, SHOWN)
  const hidden = (all?.documents.length ?? 0) - (shown?.length ?? 0)
  useUndoKey(removed.length > 0, recent.restore)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is gone once the list was read again
  useEffect(() => {
    if (removedAt.current !== null) focusRow(list.current, removedAt.current)
    removedAt.current = null
  }, [all])
  return (
    <div className={styles.recent} ref={list}>
      <h2 className={styles.label}>{say.title}</h2>
      {told && (
        <p role="alert" className={styles.hint}>
          {told}
        </p>
      )}
      <Empty list={all} isTold={told !== undefined} />
      {shown?.map((row, index) => (
        <RecentRow
          key={row.id}
          row={row}
          onRename={title => recent.rename(row, title)}
          onDuplicate={() => recent.duplicate(row)}
          onRemove={() => {
            removedAt.current = index
            return recent.remove(row)
          }}
        />
      ))}
      {hidden > 0 && (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          {say.showAll(all?.documents.length ?? 0)}
        </button>
      )}
      {removed.length > 0 && (
        <div className={styles.undo} role="status">
          <Words of={sayDeleted(removed)} />
          <Button size="small" onClick={() => void recent.restore()}>
            {say.undo}
            <Keys of="Mod+Z" />
          </Button>
          <Button icon="x" size="small" aria-label={say.closeMessage} onClick={recent.forget} />
        </div>
      )}
    </div>
  )
}

function Empty({ list, isTold }: { readonly list: DocumentList | null; readonly isTold: boolean }): ReactNode {
  return list?.documents.length === 0 && !isTold && <p className={styles.hint}>{say.none}</p>
}

function sayDeleted(removed: readonly DocumentRow[]): string {
  const [first] = removed
  return first && removed.length === 1 ? say.deleted(first.title) : say.deletedMany(removed.length)
}

/** The keyboard goes on where a row was: with the one that moved up to it, or the last one. */
function focusRow(list: HTMLElement | null, index: number): void {
  const rows = list?.querySelectorAll<HTMLElement>('[data-document]')
  ;(rows?.[index] ?? rows?.[rows.length - 1])?.focus()
}

function useUndoKey(canUndo: boolean, undo: () => Promise<void>): void {
  useEffect(() => {
    if (!canUndo) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isPressed('Mod+Z', event) || isTyping(event.target) || event.defaultPrevented) return
      event.preventDefault()
      void undo()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [canUndo, undo])
}
