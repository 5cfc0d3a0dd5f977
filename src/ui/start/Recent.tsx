import { useCallback, useEffect, useRef, useState } from 'react'
import type { DocumentList } from '../../store/documents'
import type { DocumentRow } from '../../store/stored'
import { documents } from '../documents'
import { goToDesign } from '../navigation'
import { Button } from '../parts/Button'
import { Menu } from '../parts/Menu'
import { ago } from './ago'
import { CoverageRing } from './CoverageRing'
import styles from './StartScreen.module.css'
import { findingsOf, summaryOf } from './summary'

const NOTHING: DocumentList = { documents: [], problem: null }

/** The designs of this device, newest first. */
export function Recent() {
  const [list, setList] = useState<DocumentList>(NOTHING)
  const [removed, setRemoved] = useState<DocumentRow | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const refresh = useCallback(async () => setList(await documents.list()), [])
  useEffect(() => {
    void refresh()
  }, [refresh])
  const rename = async (row: DocumentRow, title: string) => {
    const result = await documents.rename(row.id, title)
    setProblem(result.ok ? null : (result.problems[0]?.message ?? null))
    await refresh()
  }
  const duplicate = async (row: DocumentRow) => {
    const result = await documents.duplicate(row.id)
    setProblem(result.ok ? null : (result.problems[0]?.message ?? null))
    await refresh()
  }
  const remove = async (row: DocumentRow) => {
    const result = await documents.remove(row.id)
    setProblem(result.ok ? null : (result.problems[0]?.message ?? null))
    if (result.ok) setRemoved(row)
    await refresh()
  }
  const restore = async (row: DocumentRow) => {
    await documents.restore(row.id)
    setRemoved(null)
    await refresh()
  }
  const told = problem ?? list.problem?.message
  return (
    <div className={styles.recent}>
      <h2 className={styles.label}>Recent</h2>
      {told && (
        <p role="alert" className={styles.hint}>
          {told}
        </p>
      )}
      {list.documents.length === 0 && !told && <p className={styles.hint}>What you draw appears here.</p>}
      {list.documents.map(row => (
        <Row key={row.id} row={row} onRename={rename} onDuplicate={duplicate} onRemove={remove} />
      ))}
      {removed && (
        <div className={styles.undo} role="status">
          {`“${removed.title}” deleted.`}
          <Button size="small" onClick={() => void restore(removed)}>
            Undo
          </Button>
          <Button size="small" icon="x" aria-label="Close the message" onClick={() => setRemoved(null)} />
        </div>
      )}
    </div>
  )
}

interface RowProps {
  readonly row: DocumentRow
  readonly onRename: (row: DocumentRow, title: string) => Promise<void>
  readonly onDuplicate: (row: DocumentRow) => Promise<void>
  readonly onRemove: (row: DocumentRow) => Promise<void>
}

function Row({ row, onRename, onDuplicate, onRemove }: RowProps) {
  const summary = summaryOf(row.summary)
  const [isRenaming, setRenaming] = useState(false)
  if (isRenaming)
    return (
      <TitleField
        title={row.title}
        onDone={title => {
          setRenaming(false)
          if (title !== '' && title !== row.title) void onRename(row, title)
        }}
      />
    )
  return (
    <div className={styles.row}>
      <button type="button" className={styles.open} data-document={row.id} onClick={() => goToDesign(row.id)}>
        <CoverageRing summary={summary} />
        <strong>{row.title}</strong>
        <time dateTime={new Date(row.updatedAt).toISOString()}>{ago(row.updatedAt, Date.now())}</time>
        <small>{findingsOf(summary, row.blocks)}</small>
      </button>
      <Menu
        align="end"
        trigger={props => <Button icon="ellipsis" size="small" aria-label={`More about ${row.title}`} {...props} />}
        entries={[
          { name: 'Open', icon: 'folder-open', onSelect: () => goToDesign(row.id) },
          { name: 'Rename', icon: 'pencil', onSelect: () => setRenaming(true) },
          { name: 'Duplicate', icon: 'copy', onSelect: () => void onDuplicate(row) },
          { name: 'Delete', icon: 'trash-2', onSelect: () => void onRemove(row) },
        ]}
      />
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
      ref={field}
      className={styles.titleField}
      aria-label="Title"
      defaultValue={title}
      onBlur={event => onDone(event.target.value.trim())}
      onKeyDown={event => {
        if (event.key === 'Escape') event.currentTarget.value = title
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}
