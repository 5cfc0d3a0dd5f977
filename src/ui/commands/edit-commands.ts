import { editCommands as say } from '../messages/en'
import { select } from '../session/editor-store'
import type { Session } from '../session/session'
import type { Command } from './command'
import { canEdit, hasBlocks, hasSelection, onlyFlow, onlyNamed } from './conditions'
import { redo, selectAll, startTyping, undo } from './editing'
import { canChangeKind, canTurnRound, changeKind, turnFlowRound } from './kinds'
import { mending } from './mend-commands'

/** What changes the design or the selection. */
export const EDIT_COMMANDS = [
  {
    id: 'undo',
    name: ({ document }) => say.undoEdit(document.getState().undoLabel ?? '').trim(),
    title: say.undo,
    group: 'edit',
    keys: ['Mod+Z'],
    icon: 'undo-2',
    isEnabled: ({ document }) => document.getState().undoLabel !== null,
    run: undo,
  },
  {
    id: 'redo',
    name: ({ document }) => say.redoEdit(document.getState().redoLabel ?? '').trim(),
    title: say.redo,
    group: 'edit',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    icon: 'redo-2',
    isEnabled: ({ document }) => document.getState().redoLabel !== null,
    run: redo,
  },
  {
    id: 'delete',
    name: say.delete,
    group: 'edit',
    keys: ['Delete', 'Backspace'],
    icon: 'trash-2',
    isEnabled: session => canEdit(session) && hasSelection(session),
    run: async session => (await mending()).deleteSelection(session),
  },
  {
    id: 'rename',
    name: session => (onlyFlow(session) === null ? say.rename : say.label),
    title: say.renameOrLabel,
    group: 'edit',
    keys: ['F2', 'Enter'],
    icon: 'pencil',
    isEnabled: session => canEdit(session) && onlyNamed(session) !== null,
    run: session => startTyping(session, onlyNamed(session) ?? ''),
  },
  {
    id: 'change-kind',
    name: session => (onlyFlow(session) === null ? say.kindOfBlock : say.kindOfFlow),
    title: say.kind,
    group: 'edit',
    keys: ['R'],
    icon: 'shapes',
    isEnabled: session => canEdit(session) && canChangeKind(session),
    run: changeKind,
  },
  {
    id: 'turn-round',
    name: say.turnRound,
    group: 'edit',
    icon: 'arrow-left-right',
    isEnabled: session => canEdit(session) && canTurnRound(session),
    run: turnFlowRound,
  },
  {
    id: 'select-all',
    name: say.selectAll,
    group: 'edit',
    keys: ['Mod+A'],
    icon: 'mouse-pointer-2',
    isEnabled: hasBlocks,
    run: selectAll,
  },
  {
    id: 'stop-tidying',
    name: say.stopTidying,
    group: 'edit',
    keys: ['Escape'],
    icon: 'x',
    isEnabled: ({ editor }) => editor.getState().isTidying,
    run: ({ layout }) => layout.terminate(),
  },
  {
    id: 'deselect',
    name: say.deselect,
    group: 'edit',
    keys: ['Escape'],
    icon: 'x',
    isEnabled: session =>
      hasSelection(session) || isLookingAtPart(session) || session.editor.getState().tool !== 'select',
    run: ({ editor }) => {
      // One level at a time: first the tool goes, then the selection.
      if (editor.getState().tool !== 'select') return editor.setState({ tool: 'select' })
      select(editor, [])
      editor.setState({ finding: null, step: null })
    },
  },
] as const satisfies readonly Command[]

/** Whether a finding is open or a step chosen. */
function isLookingAtPart({ editor }: Session): boolean {
  return editor.getState().finding !== null || editor.getState().step !== null
}
