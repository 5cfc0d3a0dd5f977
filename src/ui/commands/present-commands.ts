import { presentCommands as say } from '../messages/en'
import type { Session } from '../session/session'
import type { Command } from './command'
import { hasBlocks } from './conditions'

const deeds = () => import('../present/presenting')

/** Showing the design to others. Those of a running presentation come first, so that its keys do nothing else. */
export const PRESENT_COMMANDS = [
  {
    id: 'laser-end',
    name: say.laserEnd,
    group: 'present',
    keys: ['Escape', 'V'],
    isEnabled: ({ editor }) => editor.getState().isLaser,
    run: ({ editor }) => editor.setState({ isLaser: false }),
  },
  {
    id: 'present',
    name: say.present,
    group: 'present',
    keys: ['Shift+P'],
    icon: 'presentation',
    isEnabled: session => hasBlocks(session) && !isPresenting(session),
    run: async session => (await deeds()).present(session),
  },
  {
    id: 'laser',
    name: say.laser,
    group: 'present',
    keys: ['K'],
    icon: 'spotlight',
    isEnabled: hasBlocks,
    run: ({ editor }) => editor.setState({ isLaser: !editor.getState().isLaser, connecting: null }),
  },
  during('next', ['ArrowRight', 'Space', 'PageDown']),
  during('back', ['ArrowLeft', 'PageUp']),
  during('first', ['Home']),
  during('last', ['End']),
  during('jump', ['1', '2', '3', '4', '5', '6', '7', '8', '9']),
  during('notes', ['N']),
  during('marks', ['M']),
  during('leave', ['Escape']),
] as const satisfies readonly Command[]

type Deed = keyof typeof import('../present/presenting')['DEEDS']

function during<D extends Deed>(deed: D, keys: readonly string[]) {
  return {
    id: `present-${deed}` as const,
    name: say.during[deed],
    group: 'present' as const,
    keys,
    isEnabled: isPresenting,
    run: async (session: Session, pressed?: string) => (await deeds()).DEEDS[deed](session, pressed),
  }
}

function isPresenting({ editor }: Session): boolean {
  return editor.getState().stage !== null
}
