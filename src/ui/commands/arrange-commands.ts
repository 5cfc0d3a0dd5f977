import type { Axis, Side } from '../../model/arrange'
import type { Session } from '../session/session'
import type { Command } from './command'
import { canEdit, hasSelectedBlocksOrRooms } from './conditions'
import { deleteSelection } from './editing'

// What these do loads when it is first asked for: nothing of it is needed to see the diagram.
const arranging = () => import('./arranging')

/** Rooms, lines and locks: how several things stand to each other. */
export const ARRANGE_COMMANDS = [
  {
    id: 'group',
    name: 'Put in a room',
    group: 'edit',
    keys: ['Mod+G'],
    icon: 'square-dashed',
    isEnabled: session => canEdit(session) && hasSelectedBlocksOrRooms(session),
    run: async session => (await arranging()).groupSelection(session),
  },
  {
    id: 'ungroup',
    name: 'Ungroup',
    group: 'edit',
    keys: ['Mod+Shift+G'],
    isEnabled: session => canEdit(session) && hasRooms(session),
    run: async session => (await arranging()).ungroupSelection(session),
  },
  {
    id: 'delete-with-members',
    name: 'Delete rooms with their blocks',
    group: 'edit',
    keys: ['Shift+Delete', 'Shift+Backspace'],
    isEnabled: session => canEdit(session) && hasRooms(session),
    run: session => deleteSelection(session, true),
  },
  {
    id: 'lock',
    name: session => (isAllLocked(session) ? 'Unlock' : 'Lock in place'),
    title: 'Lock in place, or unlock',
    group: 'edit',
    keys: ['Mod+Shift+L'],
    icon: 'lock',
    isEnabled: session => canEdit(session) && hasSelectedBlocksOrRooms(session),
    run: async session => (await arranging()).setSelectionLocked(session, !isAllLocked(session)),
  },
  alignment('left', 'Align left edges', 'ArrowLeft'),
  alignment('right', 'Align right edges', 'ArrowRight'),
  alignment('top', 'Align top edges', 'ArrowUp'),
  alignment('bottom', 'Align bottom edges', 'ArrowDown'),
  alignment('centre-x', 'Align centres left to right'),
  alignment('centre-y', 'Align centres top to bottom'),
  distribution('x', 'Distribute left to right'),
  distribution('y', 'Distribute top to bottom'),
] as const satisfies readonly Command[]

function alignment<S extends Side>(side: S, name: string, key?: string) {
  return {
    id: `align-${side}`,
    name,
    group: 'edit',
    ...(key ? { keys: [`Mod+Shift+${key}`] } : {}),
    isEnabled: (session: Session) => canEdit(session) && session.editor.getState().blocks.size > 1,
    run: async (session: Session) => (await arranging()).alignSelection(session, side),
  } as const
}

function distribution<A extends Axis>(axis: A, name: string) {
  return {
    id: `distribute-${axis}`,
    name,
    group: 'edit',
    isEnabled: (session: Session) => canEdit(session) && session.editor.getState().blocks.size > 2,
    run: async (session: Session) => (await arranging()).distributeSelection(session, axis),
  } as const
}

function hasRooms({ editor }: Session): boolean {
  return editor.getState().groups.size > 0
}

function isAllLocked(session: Session): boolean {
  const { blocks, groups } = session.editor.getState()
  const design = session.design()
  const all = [...[...blocks].map(id => design.blocks[id]), ...[...groups].map(id => design.groups[id])]
  return all.length > 0 && all.every(one => one?.locked === true)
}
