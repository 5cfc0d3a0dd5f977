import type { Stop } from '../../graph/stops'
import { type EditorState, select } from '../session/editor-store'
import type { Session } from '../session/session'

type Selection = Pick<EditorState, 'blocks' | 'flows' | 'groups'>

const TABLES = ['blocks', 'flows', 'groups'] as const

/** Everything that is selected: blocks, then flows, then rooms. */
export function selectedStops(selection: Selection): Stop[] {
  return TABLES.flatMap(table => [...selection[table]].map(id => ({ table, id })))
}

/** The one element that is selected, or null when it is none or several. */
export function hasOne(selection: Selection): Stop | null {
  const all = selectedStops(selection)
  return all.length === 1 ? (all[0] ?? null) : null
}

/** Whether an element is selected. */
export function isSelected(selection: Selection, { table, id }: Stop): boolean {
  return selection[table].has(id)
}

/** Selects one element and nothing beside it; the keyboard stands on it. */
export function selectOnly({ editor }: Session, stop: Stop): void {
  selectStops(editor, [stop])
  editor.setState({ focus: stop })
}

/** Selects exactly these elements. */
export function selectStops(editor: Session['editor'], stops: readonly Stop[]): void {
  const ids = (table: Stop['table']) => stops.filter(stop => stop.table === table).map(stop => stop.id)
  select(editor, ids('blocks'), ids('flows'), ids('groups'))
}
