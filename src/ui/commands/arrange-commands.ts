import type { Axis, Side } from '../../model/arrange'
import type { Session } from '../session/session'
import type { Command } from './command'
import { canEdit, hasSelectedBlocksOrRooms, resizable } from './conditions'
import { mending } from './mend-commands'

// What these do loads when it is first asked for: nothing of it is needed to see the diagram.
const arranging = () => import('./arranging')

/** What each arrow does to a size, in pixels. */
const EDGES = {
  ArrowRight: ['wider', 8, 0],
  ArrowLeft: ['narrower', -8, 0],
  ArrowDown: ['taller', 0, 8],
  ArrowUp: ['shorter', 0, -8],
} as const

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
    id: 'collapse',
    name: session => (isAllCollapsed(session) ? 'Open the room' : 'Collapse the room'),
    title: 'Collapse a room, or open it',
    group: 'edit',
    keys: ['Mod+.'],
    icon: 'square-dashed',
    isEnabled: session => canEdit(session) && hasRooms(session),
    run: async session => (await import('./closing')).toggleRooms(session, session.editor.getState().groups),
  },
  {
    id: 'collapse-all',
    name: 'Collapse all rooms, or open all',
    group: 'edit',
    isEnabled: session => canEdit(session) && Object.keys(session.design().groups).length > 0,
    run: async session => (await import('./closing')).toggleAllRooms(session),
  },
  {
    id: 'move-to-room',
    name: 'Move to room …',
    group: 'edit',
    icon: 'square-dashed',
    isEnabled: session => canEdit(session) && hasSelectedBlocksOrRooms(session),
    run: ({ editor }) => editor.setState({ dialog: 'move-to-room' }),
  },
  ...(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'] as const).map(resizing),
  {
    id: 'delete-with-members',
    name: 'Delete rooms with their blocks',
    group: 'edit',
    keys: ['Shift+Delete', 'Shift+Backspace'],
    isEnabled: session => canEdit(session) && hasRooms(session),
    run: async session => (await mending()).deleteSelection(session, { withMembers: true }),
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

/** Ctrl+Shift and an arrow: with one room or note selected its right or lower edge goes that way. */
function resizing<K extends keyof typeof EDGES>(key: K) {
  const [name, width, height] = EDGES[key]
  return {
    id: `resize-${name}`,
    name: `Make a room or note ${name}`,
    group: 'edit',
    keys: [`Mod+Shift+${key}`],
    isEnabled: (session: Session) => canEdit(session) && resizable(session) !== null,
    run: async (session: Session) => (await import('./resizing')).resizeBy(session, { width, height }),
  } as const
}

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

function isAllCollapsed(session: Session): boolean {
  return [...session.editor.getState().groups].every(id => session.design().groups[id]?.collapsed)
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
