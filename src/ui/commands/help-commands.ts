import { helpCommands as say } from '../messages/en'
import type { Command } from './command'

/** The ways to everything else. */
export const HELP_COMMANDS = [
  {
    id: 'commands',
    name: say.commands,
    group: 'help',
    keys: ['Mod+K', 'Mod+/'],
    isGlobal: true,
    icon: 'search',
    run: ({ editor }) => editor.setState({ dialog: 'commands' }),
  },
  {
    id: 'shortcuts',
    name: say.shortcuts,
    group: 'help',
    keys: ['?'],
    icon: 'keyboard',
    run: ({ editor }) => editor.setState({ dialog: 'shortcuts' }),
  },
  {
    id: 'preferences',
    name: say.preferences,
    group: 'help',
    keys: ['Mod+,'],
    isGlobal: true,
    icon: 'settings-2',
    run: ({ editor }) => editor.setState({ dialog: 'preferences' }),
  },
  {
    id: 'menu',
    name: say.menu,
    group: 'help',
    keys: ['Shift+F10', 'ContextMenu'],
    icon: 'ellipsis',
    run: async session => (await import('./menu')).openMenu(session),
  },
] as const satisfies readonly Command[]
