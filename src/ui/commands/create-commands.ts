import { type Point, STEPS } from '../../model/design'
import { createCommands as say } from '../messages/en'
import type { Session } from '../session/session'
import type { Command } from './command'
import { canEdit, onlyBlock, onlyFlow } from './conditions'

// What these do loads when it is first asked for, or right after the diagram is painted.
const creating = () => import('./creating')

/** Blocks and flows that are made from one that stands. */
export const CREATE_COMMANDS = [
  {
    id: 'append',
    name: session => (onlyFlow(session) === null ? say.after : say.intoFlow),
    title: say.append,
    group: 'edit',
    keys: ['Tab'],
    icon: 'plus',
    isEnabled: session => canEdit(session) && (onlyBlock(session) ?? onlyFlow(session)) !== null,
    run: session => openAdd(session),
  },
  {
    id: 'prepend',
    name: say.before,
    title: say.prepend,
    group: 'edit',
    keys: ['Shift+Tab'],
    icon: 'plus',
    isEnabled: canAppend,
    run: session => openAdd(session, null, 'before'),
  },
  {
    id: 'connect',
    name: say.connect,
    title: say.connectByKeys,
    group: 'edit',
    keys: ['A'],
    icon: 'spline',
    isEnabled: canEdit,
    run: session =>
      session.editor.setState({
        connecting: { from: onlyBlock(session), over: null, isReversed: false, isKept: false },
        finding: null,
      }),
  },
  appending('right'),
  appending('down'),
  appending('left'),
  appending('up'),
  ...STEPS.map(
    (step, index) =>
      ({
        id: `step-${step}` as const,
        name: say.step(index + 1),
        group: 'canvas',
        keys: [`${index + 1}`],
        run: async session => (await import('./steps')).chooseStep(session, step),
      }) as const satisfies Command,
  ),
] as const satisfies readonly Command[]

/** Opens the list of blocks to add, for what is selected; the block goes to a point, or beside what it is wired to. */
export function openAdd(session: Session, at: Point | null = null, way: 'after' | 'before' = 'after'): void {
  const from = onlyBlock(session)
  const flow = onlyFlow(session)
  const addTo = from !== null ? { from, way } : flow !== null ? { flow } : null
  session.editor.setState({ dialog: 'add', addAt: at, addTo })
}

function canAppend(session: Session): boolean {
  return canEdit(session) && onlyBlock(session) !== null
}

/** While its keys are held the block is only shown: `use-grow-keys.ts` answers them. */
function appending<S extends 'left' | 'right' | 'up' | 'down'>(side: S) {
  return {
    id: `append-${side}`,
    name: say.likeliest[side],
    group: 'edit',
    keys: [`Mod+Arrow${side.charAt(0).toUpperCase()}${side.slice(1)}`],
    isNative: true,
    isEnabled: canAppend,
    run: async (session: Session) => (await creating()).appendLikeliest(session, side),
  } as const
}
