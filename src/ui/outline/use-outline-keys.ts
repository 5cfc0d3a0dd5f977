import { type KeyboardEvent, useRef } from 'react'
import { titleOf } from '../../graph/names'
import type { OutlineRow } from '../../graph/outline'
import type { Stop } from '../../graph/stops'
import type { Id } from '../../model/design'
import type { Command } from '../commands/command'
import { canEdit } from '../commands/conditions'
import { isPressed } from '../commands/keys'
import { COMMANDS } from '../commands/registry'
import { selectedStops, selectOnly, selectStops } from '../reader/selected'
import { toggleFocused } from '../reader/walking'
import { useSession } from '../session/hooks'
import { preferences } from '../session/preferences'
import type { Session } from '../session/session'

/** Milliseconds after which a letter begins a new name. */
const NAME_MS = 700

const PAGE = 10

interface OutlineKeys {
  readonly rows: readonly OutlineRow[]
  /** The line that the keys stand on. */
  readonly at: number
  readonly setFolded: (change: (old: ReadonlySet<Id>) => ReadonlySet<Id>) => void
  readonly rename: (id: Id) => void
}

/**
 * The keys of a tree of lines: up and down select, with Shift as well as what is selected; right and left unfold, fold
 * and go in and out; letters find a name, unless a command has them. Everything else is left to the commands.
 */
export function useOutlineKeys({ rows, at, setFolded, rename }: OutlineKeys) {
  const session = useSession()
  const typed = useRef({ text: '', at: Number.NEGATIVE_INFINITY })
  return (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows[at]
    if (!row || event.key === 'F10') return
    const to = lineFor(event.key, rows, at)
    if (to !== undefined) goTo(session, rows[to]?.stop, event.shiftKey)
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const parent = event.key === 'ArrowLeft' && row.isOpen !== true ? parentOf(rows, at) : undefined
      if (row.isOpen === (event.key === 'ArrowLeft')) setFolded(old => withFold(old, row.stop.id, row.isOpen === true))
      else goTo(session, event.key === 'ArrowLeft' ? parent : row.isOpen ? rows[at + 1]?.stop : undefined)
    } else if (event.key === ' ') toggle(session, row.stop)
    else if ((event.key === 'Enter' || event.key === 'F2') && canEdit(session)) {
      selectOnly(session, row.stop)
      rename(row.stop.id)
    } else if (!findTyped(session, typed.current, rows, at, event)) return
    event.preventDefault()
  }
}

/** The line that a key leads to among all lines; undefined for other keys. */
function lineFor(key: string, rows: readonly OutlineRow[], at: number): number | undefined {
  const last = rows.length - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, at + 1)
    case 'ArrowUp':
      return Math.max(0, at - 1)
    case 'PageDown':
      return Math.min(last, at + PAGE)
    case 'PageUp':
      return Math.max(0, at - PAGE)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}

function parentOf(rows: readonly OutlineRow[], at: number): Stop | undefined {
  const level = rows[at]?.level ?? 1
  return rows.slice(0, at).findLast(row => row.level < level)?.stop
}

/** Goes to a line and selects it, beside what is selected when asked; its element comes into view. */
function goTo(session: Session, stop: Stop | undefined, isAdding = false): void {
  if (!stop) return
  const { editor } = session
  if (!isAdding) selectOnly(session, stop)
  else {
    selectStops(editor, [...selectedStops(editor.getState()), stop])
    editor.setState({ focus: stop })
  }
  session.view.show([stop.id])
}

function toggle(session: Session, stop: Stop): void {
  session.editor.setState({ focus: stop })
  toggleFocused(session)
}

function withFold(folded: ReadonlySet<Id>, id: Id, isFolded: boolean): ReadonlySet<Id> {
  const next = new Set(folded)
  if (isFolded) next.add(id)
  else next.delete(id)
  return next
}

/** Goes to the next line whose name begins with what is typed. Letters of commands begin no name, but go on in one. */
function findTyped(
  session: Session,
  typed: { text: string; at: number },
  rows: readonly OutlineRow[],
  at: number,
  event: KeyboardEvent,
): boolean {
  if (event.key.length !== 1) return false
  const isGoingOn = Date.now() - typed.at < NAME_MS
  if (!isGoingOn && isCommand(session, event)) return false
  typed.text = (isGoingOn ? typed.text : '') + event.key.toLowerCase()
  typed.at = Date.now()
  const from = typed.text.length > 1 ? at : at + 1
  const order = [...rows.slice(from), ...rows.slice(0, from)]
  const { design } = session.document.getState()
  goTo(session, order.find(({ stop }) => spoken(session, stop, design).startsWith(typed.text))?.stop)
  return true
}

function spoken(session: Session, stop: Stop, design = session.design()): string {
  const flow = stop.table === 'flows' ? design.flows[stop.id] : undefined
  return titleOf(design, flow ? { table: 'blocks', id: flow.target } : stop).toLowerCase()
}

function isCommand(session: Session, { nativeEvent }: KeyboardEvent): boolean {
  if (!preferences.get('singleKeys')) return false
  return (COMMANDS as readonly Command[]).some(
    one => one.keys?.some(keys => isPressed(keys, nativeEvent)) && one.isEnabled?.(session) !== false,
  )
}
