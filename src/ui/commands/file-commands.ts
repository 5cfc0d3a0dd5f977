import type { Command } from './command'
import { hasBlocks } from './conditions'
import { saveDesign } from './files'

/** What leaves the page as a file. */
export const FILE_COMMANDS = [
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
] as const satisfies readonly Command[]
