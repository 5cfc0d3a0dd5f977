import { tell } from '../session/editor-store'
import type { Session } from '../session/session'
import type { Command } from './command'
import { deleteSelection, nudge, redo, selectAll, setAutoTidy, undo } from './editing'
import { saveDesign } from './files'
import { nextFinding, toggleReview } from './findings'
import { tidy } from './tidying'

const hasSelection = ({ editor }: Session) => editor.getState().blocks.size + editor.getState().flows.size > 0
const hasBlocks = (session: Session) => Object.keys(session.design().blocks).length > 0
const canEdit = ({ document }: Session) => !document.getState().readOnly
const onlyBlock = ({ editor }: Session) =>
  editor.getState().blocks.size === 1 ? [...editor.getState().blocks][0] : null

/** Everything that a key, a button or a menu can do to the open design. */
export const COMMANDS = [
  {
    id: 'undo',
    name: ({ document }) => `Undo ${document.getState().undoLabel ?? ''}`.trim(),
    group: 'edit',
    keys: ['Mod+Z'],
    icon: 'undo-2',
    isEnabled: ({ document }) => document.getState().undoLabel !== null,
    run: undo,
  },
  {
    id: 'redo',
    name: ({ document }) => `Redo ${document.getState().redoLabel ?? ''}`.trim(),
    group: 'edit',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    icon: 'redo-2',
    isEnabled: ({ document }) => document.getState().redoLabel !== null,
    run: redo,
  },
  {
    id: 'delete',
    name: 'Delete',
    group: 'edit',
    keys: ['Delete', 'Backspace'],
    icon: 'trash-2',
    isEnabled: session => canEdit(session) && hasSelection(session),
    run: deleteSelection,
  },
  {
    id: 'rename',
    name: 'Rename',
    group: 'edit',
    keys: ['F2', 'Enter'],
    icon: 'pencil',
    isEnabled: session => canEdit(session) && onlyBlock(session) !== null,
    run: session => session.editor.setState({ renaming: onlyBlock(session) ?? null }),
  },
  { id: 'select-all', name: 'Select all', group: 'edit', keys: ['Mod+A'], isEnabled: hasBlocks, run: selectAll },
  {
    id: 'deselect',
    name: 'Clear the selection',
    group: 'edit',
    keys: ['Escape'],
    run: ({ editor }) => editor.setState({ blocks: new Set(), flows: new Set(), finding: null, step: null }),
  },
  {
    id: 'tidy',
    name: 'Tidy layout',
    group: 'canvas',
    keys: ['Shift+Alt+T'],
    icon: 'workflow',
    isEnabled: session => canEdit(session) && hasBlocks(session),
    run: session => tidy(session),
  },
  {
    id: 'auto-tidy',
    name: ({ editor }) => (editor.getState().isAutoTidy ? 'Turn auto-tidy off' : 'Turn auto-tidy on'),
    group: 'canvas',
    isEnabled: canEdit,
    run: session => {
      const isOn = !session.editor.getState().isAutoTidy
      setAutoTidy(session, isOn)
      if (isOn && hasBlocks(session)) return tidy(session)
    },
  },
  { id: 'find-block', name: 'Find a block', group: 'canvas', keys: ['/'], icon: 'search', run: focusPalette },
  {
    id: 'review',
    name: ({ editor }) => (editor.getState().isReview ? 'Say only what matters now' : 'Review everything now'),
    group: 'canvas',
    run: toggleReview,
  },
  { id: 'next-finding', name: 'Next finding', group: 'canvas', keys: ['F8'], run: session => nextFinding(session, 1) },
  {
    id: 'previous-finding',
    name: 'Previous finding',
    group: 'canvas',
    keys: ['Shift+F8'],
    run: session => nextFinding(session, -1),
  },
  { id: 'zoom-in', name: 'Zoom in', group: 'view', keys: ['Mod++', 'Mod+='], icon: 'plus', run: zoom(1.25) },
  { id: 'zoom-out', name: 'Zoom out', group: 'view', keys: ['Mod+-'], icon: 'minus', run: zoom(0.8) },
  { id: 'zoom-100', name: 'Zoom to 100 %', group: 'view', keys: ['Mod+0'], run: ({ view }) => view.zoomTo(1) },
  {
    id: 'fit',
    name: 'Fit the design',
    group: 'view',
    keys: ['Shift+1'],
    icon: 'maximize',
    run: ({ view }) => view.fit(),
  },
  {
    id: 'zoom-selection',
    name: 'Show the selection',
    group: 'view',
    keys: ['Shift+2'],
    isEnabled: hasSelection,
    run: ({ view, editor }) => view.show(editor.getState().blocks),
  },
  {
    id: 'fold-palette',
    name: 'Fold the palette',
    group: 'view',
    keys: ['['],
    icon: 'panel-left',
    run: ({ editor }) => editor.setState({ isPaletteFolded: !editor.getState().isPaletteFolded }),
  },
  {
    id: 'fold-inspector',
    name: 'Fold the inspector',
    group: 'view',
    keys: [']'],
    icon: 'panel-right',
    run: ({ editor }) => editor.setState({ isInspectorFolded: !editor.getState().isInspectorFolded }),
  },
  {
    id: 'save',
    name: 'Save a file',
    group: 'file',
    keys: ['Mod+S'],
    icon: 'download',
    run: session => saveDesign(session, 'same'),
  },
  {
    id: 'save-as',
    name: 'Save a file as …',
    group: 'file',
    keys: ['Mod+Shift+S'],
    run: session => saveDesign(session, 'new'),
  },
  {
    id: 'export',
    name: 'Export a picture',
    group: 'file',
    keys: ['Mod+E'],
    icon: 'image',
    isEnabled: hasBlocks,
    run: ({ editor }) => editor.setState({ isExporting: true }),
  },
  ...nudges(),
] as const satisfies readonly Command[]

export type CommandId = (typeof COMMANDS)[number]['id']

/** The command with that id. */
export function commandOf(id: CommandId): Command {
  return COMMANDS.find(command => command.id === id) as Command
}

/** Runs a command where it applies; what goes wrong is told, never lost. */
export async function runCommand(session: Session, command: Command): Promise<void> {
  if (command.isEnabled && !command.isEnabled(session)) return
  try {
    await command.run(session)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    tell(session.editor, { text: `That did not work: ${reason}. The design is unchanged.`, severity: 'error' })
  }
}

function focusPalette({ editor }: Session): void {
  editor.setState({ isPaletteFolded: false })
  document.getElementById('palette-search')?.focus()
}

function zoom(factor: number) {
  return ({ view }: Session) => view.zoomBy(factor)
}

/** Arrow keys move what is selected by one step of the grid, with Shift by five. */
function nudges(): Command[] {
  const ways = [
    ['Left', -8, 0],
    ['Right', 8, 0],
    ['Up', 0, -8],
    ['Down', 0, 8],
  ] as const
  return ways.flatMap(([name, dx, dy]) =>
    [1, 5].map(times => ({
      id: `move-${name.toLowerCase()}-${times}`,
      name: times === 1 ? `Move ${name.toLowerCase()}` : `Move far ${name.toLowerCase()}`,
      group: 'canvas' as const,
      keys: [times === 1 ? `Arrow${name}` : `Shift+Arrow${name}`],
      isEnabled: (session: Session) => canEdit(session) && session.editor.getState().blocks.size > 0,
      run: (session: Session) => nudge(session, dx * times, dy * times),
    })),
  )
}
