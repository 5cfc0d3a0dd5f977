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
    name: 'Delete without joining',
    group: 'edit',
    keys: ['Shift+Delete', 'Shift+Backspace'],
    isEnabled: session => canEdit(session) && hasSelectedBlocks(session) && session.editor.getState().groups.size === 0,
    run: async session => (await mending()).deleteSelection(session, { isCut: true }),
  },
  {
    id: 'splice',
    name: 'Put into the flow',
    group: 'edit',
    icon: 'spline',
    isEnabled: session => canEdit(session) && hasBlockAndFlow(session),
    run: async session => (await mending()).spliceSelection(session),
  },
  end('source', 'Move the start of the flow to …', 'Move the start of a flow'),
  end('target', 'Move the end of the flow to …', 'Move the end of a flow'),
  space('right', 'x', 'Make space to the right'),
  space('down', 'y', 'Make space below'),
  order('forward', 'Bring forward', 'Mod+]'),
  order('back', 'Send back', 'Mod+['),
  {
    id: 'copy-properties',
    name: 'Copy properties',
    group: 'edit',
    keys: ['Mod+Alt+C'],
    isEnabled: session => onlyBlock(session) !== null || onlyFlow(session) !== null,
    run: async session => (await mending()).copyProperties(session),
  },
  {
    id: 'paste-properties',
    name: 'Paste properties',
    group: 'edit',
    keys: ['Mod+Alt+V'],
    isEnabled: session => canEdit(session) && hasSelection(session),
    run: async session => (await mending()).pasteProperties(session),
  },
  {
    id: 'copy-png',
    name: 'Copy as a picture',
    group: 'edit',
    keys: ['Shift+Alt+C'],
    icon: 'image',
    isEnabled: hasBlocks,
    run: async session => (await import('./picture')).copyPicture(session),
  },
  {
    id: 'guides',
    name: 'Smart guides on or off',
    group: 'canvas',
    keys: ['Alt+S'],
    run: async session => (await mending()).toggleGuides(session),
  },
  {
    id: 'tool-select',
    name: 'Select and move',
    group: 'canvas',
    keys: ['V'],
    icon: 'mouse-pointer-2',
    run: tool('select'),
  },
  {
    id: 'tool-hand',
    name: 'Hand: drag the view',
    group: 'canvas',
    keys: ['H'],
    icon: 'hand',
    run: tool('hand'),
  },
  {
    id: 'tool-room',
    name: 'Room around the selection, or drawn by hand',
    group: 'canvas',
    keys: ['F'],
    icon: 'square-dashed',
    isEnabled: canEdit,
    run: async session => (await mending()).roomByHand(session),
  },
  {
    id: 'tool-space',
    name: 'Make space by hand',
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

function space<W extends string>(way: W, axis: 'x' | 'y', name: string) {
  return {
    id: `make-space-${way}`,
    name,
    group: 'edit',
    isEnabled: (session: Session) => canEdit(session) && hasBlocks(session),
    run: async (session: Session) => (await mending()).makeSpaceBeside(session, axis),
  } as const
}

function order<W extends 'forward' | 'back'>(way: W, name: string, keys: string) {
  return {
    id: `order-${way}`,
    name,
    group: 'edit',
    keys: [keys],
    isEnabled: (session: Session) => canEdit(session) && hasSelectedBlocks(session),
    run: async (session: Session) => (await mending()).restackSelection(session, way),
  } as const
}

function end<E extends 'source' | 'target'>(which: E, name: string, title: string) {
  return {
    id: `reconnect-${which}`,
    name,
    title,
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
