import { mendCommands as say } from '../messages/en'
import type { EditorState } from '../session/editor-store'
import type { Session } from '../session/session'
import type { Command } from './command'
import { canEdit, hasBlocks, hasSelectedBlocks, hasSelection, onlyBlock, onlyFlow } from './conditions'

let loading: Promise<typeof import('./mending')> | null = null

/**
 * What these do: it loads right after the first paint, for nothing of it is needed to see the diagram. One promise for
 * all calls, so that a command whose code is there runs before the next key.
 */
export function mending(): Promise<typeof import('./mending')> {
  loading ??= import('./mending')
  return loading
}

/** What mends a drawing by hand: joins, space, order, properties, and the tools of the pointer. */
export const MEND_COMMANDS = [
  {
    id: 'delete-cut',
    name: say.deleteCut,
    group: 'edit',
    keys: ['Shift+Delete', 'Shift+Backspace'],
    isEnabled: session => canEdit(session) && hasSelectedBlocks(session) && session.editor.getState().groups.size === 0,
    run: async session => (await mending()).deleteSelection(session, { isCut: true }),
  },
  {
    id: 'splice',
    name: say.splice,
    group: 'edit',
    icon: 'spline',
    isEnabled: session => canEdit(session) && hasBlockAndFlow(session),
    run: async session => (await mending()).spliceSelection(session),
  },
  end('source'),
  end('target'),
  space('right', 'x'),
  space('down', 'y'),
  order('forward', 'Mod+]'),
  order('back', 'Mod+['),
  {
    id: 'copy-properties',
    name: say.copyProperties,
    group: 'edit',
    keys: ['Mod+Alt+C'],
    isEnabled: session => onlyBlock(session) !== null || onlyFlow(session) !== null,
    run: async session => (await mending()).copyProperties(session),
  },
  {
    id: 'paste-properties',
    name: say.pasteProperties,
    group: 'edit',
    keys: ['Mod+Alt+V'],
    isEnabled: session => canEdit(session) && hasSelection(session),
    run: async session => (await mending()).pasteProperties(session),
  },
  {
    id: 'copy-png',
    name: say.copyPicture,
    group: 'edit',
    keys: ['Shift+Alt+C'],
    icon: 'image',
    isEnabled: hasBlocks,
    run: async session => (await import('./picture')).copyPicture(session),
  },
  {
    id: 'guides',
    name: say.guides,
    group: 'canvas',
    keys: ['Alt+S'],
    run: async session => (await mending()).toggleGuides(session),
  },
  {
    id: 'tool-select',
    name: say.select,
    group: 'canvas',
    keys: ['V'],
    icon: 'mouse-pointer-2',
    run: tool('select'),
  },
  {
    id: 'tool-hand',
    name: say.hand,
    group: 'canvas',
    keys: ['H'],
    icon: 'hand',
    run: tool('hand'),
  },
  {
    id: 'tool-room',
    name: say.room,
    group: 'canvas',
    keys: ['F'],
    icon: 'square-dashed',
    isEnabled: canEdit,
    run: async session => (await mending()).roomByHand(session),
  },
  {
    id: 'tool-space',
    name: say.spaceByHand,
    group: 'canvas',
    keys: ['S'],
    isEnabled: canEdit,
    run: tool('space'),
  },
] as const satisfies readonly Command[]

/** Takes up a tool of the pointer; the same one again lays it down. */
function tool(name: EditorState['tool']) {
  return ({ editor }: Session) => editor.setState(({ tool }) => ({ tool: tool === name ? 'select' : name }))
}

function space<W extends 'right' | 'down'>(way: W, axis: 'x' | 'y') {
  return {
    id: `make-space-${way}`,
    name: say.space[way],
    group: 'edit',
    isEnabled: (session: Session) => canEdit(session) && hasBlocks(session),
    run: async (session: Session) => (await mending()).makeSpaceBeside(session, axis),
  } as const
}

function order<W extends 'forward' | 'back'>(way: W, keys: string) {
  return {
    id: `order-${way}`,
    name: say.order[way],
    group: 'edit',
    keys: [keys],
    isEnabled: (session: Session) => canEdit(session) && hasSelectedBlocks(session),
    run: async (session: Session) => (await mending()).restackSelection(session, way),
  } as const
}

function end<E extends 'source' | 'target'>(which: E) {
  return {
    id: `reconnect-${which}`,
    name: say.moveEndTo[which],
    title: say.moveEnd[which],
    group: 'edit',
    isEnabled: isFlowToEdit,
    run: ({ editor }: Session) => editor.setState({ dialog: `reconnect-${which}` }),
  } as const
}

function isFlowToEdit(session: Session): boolean {
  return canEdit(session) && onlyFlow(session) !== null
}

function hasBlockAndFlow({ editor }: Session): boolean {
  const { blocks, flows, groups } = editor.getState()
  return blocks.size === 1 && flows.size === 1 && groups.size === 0
}
