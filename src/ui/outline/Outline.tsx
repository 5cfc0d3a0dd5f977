import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { around, outlineOf } from '../../graph/outline'
import type { Id } from '../../model/design'
import { openMenuAt } from '../commands/menu'
import { commandOf, runCommand } from '../commands/registry'
import { outlineList as say } from '../messages/en'
import { Button } from '../parts/Button'
import { selectOnly } from '../reader/selected'
import { useDesign, useEditor, useSession } from '../session/hooks'
import styles from './Outline.module.css'
import { OutlineLine } from './OutlineLine'
import { useHoldsKeys } from './use-holds-keys'
import { useOutlineKeys } from './use-outline-keys'
import { ROW, useWindow } from './use-window'

/**
 * The whole design as a tree of rooms, blocks and flows: what the canvas shows, for people who read or type rather than
 * look. The line that the keys stand on is the element that they stand on on the canvas, and a selected one is selected.
 */
export default function Outline() {
  const session = useSession()
  const design = useDesign(all => all)
  const focus = useEditor(editor => editor.focus)
  const [folded, setFolded] = useState<ReadonlySet<Id>>(new Set())
  const [renaming, setRenaming] = useState<Id | null>(null)
  const grid = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => outlineOf(design, folded), [design, folded])
  const at = Math.max(0, focus ? rows.findIndex(row => row.stop.id === focus.id) : 0)
  const active = rows[at]
  // A tree needs lines: without one the place is a mere group.
  const role = active ? 'treegrid' : 'group'
  const { shown, reveal } = useWindow(grid, rows.length, at)
  useHoldsKeys(grid)
  useUnfolding(setFolded)
  useNaming(grid, setRenaming)
  const onKeyDown = useOutlineKeys({ rows, at, setFolded, rename: setRenaming })
  useEffect(() => grid.current?.focus(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another active line comes into sight, a scroll leaves it be
  useEffect(() => reveal(at), [focus?.id, at])

  return (
    <section className={styles.outline} data-outline="" aria-label={say.name}>
      <div className={styles.head}>
        <h2>{say.title}</h2>
        <Button icon="x" aria-label={say.close} onClick={() => void runCommand(session, commandOf('outline'))} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its role is one of the two above */}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: each of the two may be named */}
      <div
        ref={grid}
        role={role}
        className={styles.grid}
        tabIndex={0}
        aria-label={say.title}
        {...(active && treeOf(rows.length, active.stop.id))}
        onKeyDown={onKeyDown}
        onContextMenu={event => event.preventDefault()}
      >
        {active ? (
          <div role="rowgroup" className={styles.lines} style={{ height: rows.length * ROW }}>
            {shown.map(index => {
              const row = rows[index]
              return (
                row && (
                  <OutlineLine
                    key={row.stop.id}
                    row={row}
                    index={index}
                    isActive={index === at}
                    isRenaming={renaming === row.stop.id}
                    onFold={() => setFolded(old => toggled(old, row.stop.id))}
                    onRename={isOn => {
                      setRenaming(isOn ? row.stop.id : null)
                      if (!isOn) grid.current?.focus()
                    }}
                    onMenu={point => {
                      selectOnly(session, row.stop)
                      const { table, id } = row.stop
                      const name = { blocks: 'block', flows: 'flow', groups: 'room' }[table]
                      openMenuAt(session, point, { [name]: id })
                    }}
                  />
                )
              )
            })}
          </div>
        ) : (
          <p className={styles.none}>{say.empty}</p>
        )}
      </div>
    </section>
  )
}

function treeOf(count: number, active: Id) {
  return {
    'aria-multiselectable': true,
    'aria-rowcount': count,
    'aria-activedescendant': `outline-${active}`,
  }
}

function toggled(folded: ReadonlySet<Id>, id: Id): ReadonlySet<Id> {
  const next = new Set(folded)
  if (!next.delete(id)) next.add(id)
  return next
}

/** What asks for a name, such as a new room, is named where the person works: here, while the outline has the keys. */
function useNaming(grid: RefObject<HTMLDivElement | null>, rename: (id: Id) => void): void {
  const session = useSession()
  useEffect(
    () =>
      session.editor.subscribe(({ renaming }, before) => {
        if (renaming === null || renaming === before.renaming || !grid.current?.matches('[data-outline-keys]')) return
        session.editor.setState({ renaming: null })
        rename(renaming)
      }),
    [session, grid, rename],
  )
}

/** What the keyboard comes to on the canvas, or is selected there, is unfolded. */
function useUnfolding(setFolded: (change: (old: ReadonlySet<Id>) => ReadonlySet<Id>) => void): void {
  const session = useSession()
  useEffect(
    () =>
      session.editor.subscribe(({ focus }, before) => {
        if (!focus || focus.id === before.focus?.id) return
        const hiding = around(session.design(), focus)
        setFolded(old => (hiding.some(id => old.has(id)) ? new Set([...old].filter(id => !hiding.includes(id))) : old))
      }),
    [session, setFolded],
  )
}
