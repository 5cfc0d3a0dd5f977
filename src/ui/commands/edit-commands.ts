import type { Command } from './command'
import { canEdit, hasBlocks, hasSelection, onlyBlock } from './conditions'
import { deleteSelection, redo, selectAll, undo } from './editing'

/** What changes the design or the selection. */
export const EDIT_COMMANDS = [
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
] as const satisfies readonly Command[]
