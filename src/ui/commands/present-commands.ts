import type { Session } from '../session/session'
import type { Command } from './command'
import { hasBlocks } from './conditions'

const deeds = () => import('../present/presenting')

/** Showing the design to others. Those of a running presentation come first, so that its keys do nothing else. */
export const PRESENT_COMMANDS = [
  {
    id: 'laser-end',
    name: 'Put the laser away',
    group: 'present',
    keys: ['Escape', 'V'],
    isEnabled: ({ editor }) => editor.getState().isLaser,
    run: ({ editor }) => editor.setState({ isLaser: false }),
  },
  {
    id: 'present',
    name: 'Present',
    group: 'present',
    keys: ['Shift+P'],
    icon: 'presentation',
    isEnabled: session => hasBlocks(session) && !isPresenting(session),
    run: async session => (await deeds()).present(session),
  },
  {
    id: 'laser',
    name: 'Laser pointer',
    group: 'present',
    keys: ['K'],
    icon: 'spotlight',
    isEnabled: hasBlocks,
    run: ({ editor }) => editor.setState({ isLaser: !editor.getState().isLaser, connecting: null }),
  },
  during('next', 'Next stop', ['ArrowRight', 'Space', 'PageDown']),
  during('back', 'Previous stop', ['ArrowLeft', 'PageUp']),
  during('first', 'First stop', ['Home']),
  during('last', 'Last stop', ['End']),
  during('jump', 'Go to the stop of that number', ['1', '2', '3', '4', '5', '6', '7', '8', '9']),
  during('notes', 'Notes beside the design', ['N']),
  during('marks', 'Marks of findings', ['M']),
  during('leave', 'Leave the presentation', ['Escape']),
] as const satisfies readonly Command[]

type Deed = keyof typeof import('../present/presenting')['DEEDS']

function during<D extends Deed>(deed: D, name: string, keys: readonly string[]) {
  return {
    id: `present-${deed}` as const,
    name,
    group: 'present' as const,
    keys,
    isEnabled: isPresenting,
    run: async (session: Session, pressed?: string) => (await deeds()).DEEDS[deed](session, pressed),
  }
}

function isPresenting({ editor }: Session): boolean {
  return editor.getState().stage !== null
}
