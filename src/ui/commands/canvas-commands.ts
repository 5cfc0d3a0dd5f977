import type { EngineName } from '../../layout/engines'
import { canvasCommands as say } from '../messages/en'
import type { Session } from '../session/session'
import type { Command } from './command'
import { canEdit, hasBlocks, hasSelectedBlocksOrRooms } from './conditions'
import { openAdd } from './create-commands'
import { nudge, setAutoTidy } from './editing'
import { tidy } from './tidying'

/** What is done to the diagram as a whole. */
export const CANVAS_COMMANDS = [
  {
    id: 'tidy',
    name: say.tidy,
    group: 'canvas',
    keys: ['Shift+Alt+T'],
    icon: 'workflow',
    isEnabled: canTidy,
    run: session => tidy(session),
  },
  {
    id: 'tidy-scratch',
    name: say.tidyFromScratch,
    group: 'canvas',
    isEnabled: canTidy,
    run: session => tidy(session, { mode: 'scratch' }),
  },
  {
    id: 'layout-rooms',
    name: say.rooms,
    title: say.layOutInRooms,
    group: 'canvas',
    isEnabled: canTidy,
    run: by('rooms'),
  },
  {
    id: 'layout-right',
    name: say.layeredRight,
    group: 'canvas',
    isEnabled: canTidy,
    run: by('layered-right'),
  },
  { id: 'layout-down', name: say.layeredDown, group: 'canvas', isEnabled: canTidy, run: by('layered-down') },
  { id: 'layout-lanes', name: say.lanes, group: 'canvas', isEnabled: canTidy, run: by('lanes') },
  {
    id: 'tidy-selection',
    name: say.tidySelection,
    group: 'canvas',
    icon: 'workflow',
    isEnabled: session => canEdit(session) && session.editor.getState().blocks.size > 1,
    run: session => tidy(session, { ids: session.editor.getState().blocks }),
  },
  {
    id: 'auto-tidy',
    name: ({ editor }) => (editor.getState().isAutoTidy ? say.autoTidyOff : say.autoTidyOn),
    title: say.autoTidy,
    group: 'canvas',
    icon: 'refresh-cw',
    isEnabled: canEdit,
    run: session => {
      const isOn = !session.editor.getState().isAutoTidy
      setAutoTidy(session, isOn)
      if (isOn && hasBlocks(session)) return tidy(session)
    },
  },
  { id: 'find-block', name: say.findBlock, group: 'canvas', keys: ['/'], icon: 'search', run: focusPalette },
  {
    id: 'add-block',
    name: ({ editor }) => (editor.getState().addAt ? say.addHere : say.add),
    title: say.addBlock,
    group: 'canvas',
    keys: ['N'],
    icon: 'plus',
    isEnabled: canEdit,
    run: session => openAdd(session, session.editor.getState().addAt ?? session.view.pointer()),
  },
  {
    id: 'find',
    name: say.find,
    group: 'canvas',
    keys: ['Mod+F'],
    isGlobal: true,
    icon: 'search',
    isEnabled: hasBlocks,
    run: openFind,
  },
  ...nudges(),
] as const satisfies readonly Command[]

function canTidy(session: Session): boolean {
  return canEdit(session) && hasBlocks(session)
}

/** Lays everything out by one engine. */
function by(engine: EngineName): (session: Session) => Promise<void> {
  return session => tidy(session, { engine })
}

/** Opens the find bar; open already, it gets the cursor back. */
function openFind({ editor }: Session): void {
  editor.setState({ isFindOpen: true })
  const field = document.getElementById('find-on-canvas')
  if (field instanceof HTMLInputElement) field.select()
}

/** Puts the cursor into the search of the palette; where the outline stands in its place a list to search opens. */
function focusPalette({ editor }: Session): void {
  if (editor.getState().isOutlineOpen) editor.setState({ dialog: 'add' })
  else editor.setState({ isPaletteFolded: false })
  document.getElementById('palette-search')?.focus()
}

/** Arrow keys move what is selected by one step of the grid, with Shift by five. */
function nudges(): Command[] {
  const ways = [
    ['left', 'ArrowLeft', -8, 0],
    ['right', 'ArrowRight', 8, 0],
    ['up', 'ArrowUp', 0, -8],
    ['down', 'ArrowDown', 0, 8],
  ] as const
  return ways.flatMap(([way, key, dx, dy]) =>
    [1, 5].map(times => ({
      id: `move-${way}-${times}`,
      name: (times === 1 ? say.move : say.moveFar)[way],
      group: 'canvas' as const,
      icon: `chevron-${way}` as const,
      keys: [times === 1 ? key : `Shift+${key}`],
      isEnabled: (session: Session) => canEdit(session) && hasSelectedBlocksOrRooms(session),
      run: (session: Session) => nudge(session, dx * times, dy * times),
    })),
  )
}
