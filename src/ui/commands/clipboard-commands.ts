import { clipboardCommands as say } from '../messages/en'
import type { Command } from './command'
import { canEdit, hasSelectedBlocksOrRooms } from './conditions'
import { addNoteNow } from './late-adding'

const clipboard = () => import('./clipboard')

/** The clipboard, and notes. Ctrl+C, X and V come as the browser's own events: `use-clipboard.ts`. */
export const CLIPBOARD_COMMANDS = [
  {
    id: 'cut',
    name: say.cut,
    group: 'edit',
    keys: ['Mod+X'],
    icon: 'scissors',
    isNative: true,
    isEnabled: session => canEdit(session) && hasSelectedBlocksOrRooms(session),
    run: async session => (await clipboard()).cutByMenu(session),
  },
  {
    id: 'copy',
    name: say.copy,
    group: 'edit',
    keys: ['Mod+C'],
    isNative: true,
    icon: 'copy',
    isEnabled: hasSelectedBlocksOrRooms,
    run: async session => void (await (await clipboard()).copyByMenu(session)),
  },
  {
    id: 'paste',
    name: say.paste,
    group: 'edit',
    keys: ['Mod+V'],
    icon: 'clipboard-paste',
    isNative: true,
    isEnabled: canEdit,
    run: async session => (await clipboard()).pasteByMenu(session),
  },
  {
    id: 'duplicate',
    name: say.duplicate,
    group: 'edit',
    keys: ['Mod+D'],
    icon: 'copy',
    isEnabled: session => canEdit(session) && hasSelectedBlocksOrRooms(session),
    run: async session => (await clipboard()).duplicate(session),
  },
  {
    id: 'add-note',
    name: say.addNote,
    group: 'edit',
    keys: ['T'],
    icon: 'sticky-note',
    isEnabled: canEdit,
    run: addNoteNow,
  },
] as const satisfies readonly Command[]
