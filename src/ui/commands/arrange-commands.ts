import type { Axis, Side } from '../../model/arrange'
import { arrangeCommands as say } from '../messages/en'
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
    name: say.group,
    group: 'edit',
    keys: ['Mod+G'],
    icon: 'square-dashed',
    isEnabled: session => canEdit(session) && hasSelectedBlocksOrRooms(session),
    run: async session => (await arranging()).groupSelection(session),
  },
  {
    id: 'ungroup',
    name: say.ungroup,
    group: 'edit',
    keys: ['Mod+Shift+G'],
    isEnabled: session => canEdit(session) && hasRooms(session),
    run: async session => (await arranging()).ungroupSelection(session),
  },
  {
    id: 'collapse',
    name: session => (isAllCollapsed(session) ? say.open : say.collapse),
    title: say.collapseOrOpen,
    group: 'edit',
    keys: ['Mod+.'],
    icon: 'square-dashed',
    isEnabled: session => canEdit(session) && hasRooms(session),
    run: async session => (await import('./closing')).toggleRooms(session, session.editor.getState().groups),
  },
  {
    id: 'collapse-all',
    name: say.collapseAll,
    group: 'edit',
    isEnabled: session => canEdit(session) && Object.keys(session.design().groups).length > 0,
    run: async session => (await import('./closing')).toggleAllRooms(session),
  },
  {
    id: 'move-to-room',
    name: say.moveToRoom,
    group: 'edit',
    icon: 'square-dashed',
    isEnabled: session => canEdit(session) && hasSelectedBlocksOrRooms(session),
    run: ({ editor }) => editor.setState({ dialog: 'move-to-room' }),
  },
  ...(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'] as const).map(resizing),
  {
    id: 'delete-with-members',
    name: say.deleteWithMembers,
    group: 'edit',
    keys: ['Shift+Delete', 'Shift+Backspace'],
    isEnabled: session => canEdit(session) && hasRooms(session),
    run: async session => (await mending()).deleteSelection(session, { withMembers: true }),
  },
  {
    id: 'lock',
    name: session => (isAllLocked(session) ? say.unlock : say.lock),
    title: say.lockOrUnlock,
    group: 'edit',
    keys: ['Mod+Shift+L'],
    icon: 'lock',
    isEnabled: session => canEdit(session) && hasSelectedBlocksOrRooms(session),
    run: async session => (await arranging()).setSelectionLocked(session, !isAllLocked(session)),
  },
  alignment('left', 'ArrowLeft'),
  alignment('right', 'ArrowRight'),
  alignment('top', 'ArrowUp'),
  alignment('bottom', 'ArrowDown'),
  alignment('centre-x'),
  alignment('centre-y'),
  distribution('x'),
  distribution('y'),
] as const satisfies readonly Command[]

/** Ctrl+Shift and an arrow: with one room or note selected its right or lower edge goes that way. */
function resizing<K extends keyof typeof EDGES>(key: K) {
  const [name, width, height] = EDGES[key]
  return {
    id: `resize-${name}`,
    name: say.resize[name],
    group: 'edit',
    keys: [`Mod+Shift+${key}`],
    isEnabled: (session: Session) => canEdit(session) && resizable(session) !== null,
    run: async (session: Session) => (await import('./resizing')).resizeBy(session, { width, height }),
  } as const
}

function alignment<S extends Side>(side: S, key?: string) {
  return {
    id: `align-${side}`,
    name: say.align[side],
    group: 'edit',
    ...(key ? { keys: [`Mod+Shift+${key}`] } : {}),
    isEnabled: (session: Session) => canEdit(session) && session.editor.getState().blocks.size > 1,
    run: async (session: Session) => (await arranging()).alignSelection(session, side),
  } as const
}

function distribution<A extends Axis>(axis: A) {
  return {
    id: `distribute-${axis}`,
    name: say.distribute[axis],
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
