import type { Session } from '../session/session'
import type { Command } from './command'
import { canEdit, hasBlocks } from './conditions'
import { nudge, setAutoTidy } from './editing'
import { nextFinding, toggleReview } from './findings'
import { tidy } from './tidying'

/** What is done to the diagram as a whole, and the way round its findings. */
export const CANVAS_COMMANDS = [
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
  ...nudges(),
] as const satisfies readonly Command[]

function focusPalette({ editor }: Session): void {
  editor.setState({ isPaletteFolded: false })
  document.getElementById('palette-search')?.focus()
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
