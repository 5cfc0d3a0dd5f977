import { fileCommands as say } from '../messages/en'
import type { Command } from './command'
import { canEdit, hasBlocks, hasSelectedBlocks, isCaseCopy } from './conditions'
import { saveDesign } from './files'

/** What leaves the page as a file, and what is kept of the design on this device. */
export const FILE_COMMANDS = [
  {
    id: 'save',
    name: say.save,
    group: 'file',
    keys: ['Mod+S'],
    icon: 'download',
    run: session => saveDesign(session, 'same'),
  },
  {
    id: 'save-as',
    name: say.saveAs,
    group: 'file',
    keys: ['Mod+Shift+S'],
    icon: 'download',
    run: session => saveDesign(session, 'new'),
  },
  {
    id: 'export',
    name: say.exportPicture,
    group: 'file',
    keys: ['Mod+E'],
    icon: 'image',
    isEnabled: hasBlocks,
    run: ({ editor }) => editor.setState({ dialog: 'export' }),
  },
  {
    id: 'document',
    name: say.document,
    group: 'file',
    icon: 'file-text',
    run: ({ editor }) => editor.setState({ dialog: 'document' }),
  },
  {
    id: 'export-selection',
    name: say.exportSelection,
    group: 'file',
    icon: 'image',
    isEnabled: hasSelectedBlocks,
    run: ({ editor }) => editor.setState({ dialog: 'export-selection' }),
  },
  {
    id: 'versions',
    name: say.versions,
    group: 'file',
    icon: 'history',
    run: ({ editor }) => editor.setState({ dialog: 'versions' }),
  },
  {
    id: 'case-changes',
    name: say.caseChanges,
    group: 'file',
    icon: 'arrow-left-right',
    isEnabled: isCaseCopy,
    run: ({ editor }) => editor.setState({ dialog: 'case-changes' }),
  },
  {
    id: 'case-reset',
    name: say.caseReset,
    group: 'file',
    icon: 'undo-2',
    isEnabled: session => isCaseCopy(session) && canEdit(session),
    run: async session => (await import('../case/resetting')).resetToCase(session),
  },
] as const satisfies readonly Command[]
