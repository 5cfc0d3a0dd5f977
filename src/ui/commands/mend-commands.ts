import type { Session } from '../session/session'
import type { Command } from './command'
import { canEdit, hasSelectedBlocks, onlyFlow } from './conditions'

/** What these do loads right after the first paint: nothing of it is needed to see the diagram. */
export const mending = () => import('./mending')

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
  {
    id: 'insert-block',
    name: 'Insert a block into the flow …',
    title: 'Insert a block into a flow',
    group: 'edit',
    icon: 'plus',
    isEnabled: isFlowToEdit,
    run: ({ editor }) => editor.setState({ dialog: 'insert' }),
  },
  {
    id: 'label-flow',
    name: 'Label the flow',
    title: 'Label a flow',
    group: 'edit',
    keys: ['F2', 'Enter'],
    icon: 'tag',
    isEnabled: isFlowToEdit,
    run: ({ editor }) => editor.setState({ tab: 'properties', isInspectorFolded: false, field: 'label' }),
  },
  end('source', 'Move the start of the flow to …', 'Move the start of a flow'),
  end('target', 'Move the end of the flow to …', 'Move the end of a flow'),
] as const satisfies readonly Command[]

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
