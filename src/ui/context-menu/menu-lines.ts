import { FLOW_NAMES } from '../../kinds/flow-kinds'
import { lookUp } from '../../model/design'
import { commandName } from '../commands/command'
import { canEdit, onlyFlow } from '../commands/conditions'
import { chooseFlowKind, kindsForFlow } from '../commands/kinds'
import { type CommandId, commandOf, runCommand } from '../commands/registry'
import { canvasMenuLines as say } from '../messages/en'
import type { IconName } from '../parts/chrome-icons'
import type { Session } from '../session/session'

/** One line of the menu. */
export interface MenuLine {
  readonly id: string
  readonly name: string
  readonly icon?: IconName
  readonly keys?: string
  readonly isDisabled: boolean
  /** Of a choice among several: whether it is the present one. */
  readonly isChosen?: boolean
  readonly run: () => void
}

/** Lines that belong together, under a name when they are one choice. */
export interface MenuPart {
  readonly choice?: string
  readonly lines: readonly MenuLine[]
}

type Parts = readonly (readonly CommandId[])[]

const ON_CANVAS: Parts = [
  ['add-block', 'add-note', 'paste'],
  ['undo', 'redo'],
  ['select-all', 'find', 'fit', 'tidy'],
  ['make-space-right', 'make-space-down'],
  ['copy-png', 'export'],
]

const ON_BLOCK: Parts = [
  ['append', 'connect'],
  ['rename', 'change-kind'],
  ['cut', 'copy', 'paste', 'duplicate'],
  ['group', 'move-to-room', 'lock'],
  ['zoom-selection', 'copy-png', 'export-selection'],
  ['delete'],
]

const ON_ROOM: Parts = [
  ['add-block', 'rename'],
  ['cut', 'copy', 'paste', 'duplicate'],
  ['collapse', 'move-to-room', 'ungroup', 'lock'],
  ['delete', 'delete-with-members'],
]

const ON_SEVERAL: Parts = [
  ['cut', 'copy', 'paste', 'duplicate'],
  ['group', 'collapse', 'move-to-room', 'ungroup', 'lock'],
  ['align-left', 'align-right', 'align-top', 'align-bottom'],
  ['splice', 'tidy-selection', 'zoom-selection', 'copy-png', 'export-selection'],
  ['delete'],
]

const ON_FLOW: Parts = [
  ['rename', 'append', 'turn-round'],
  ['reconnect-source', 'reconnect-target'],
  ['copy-properties', 'paste-properties'],
  ['delete'],
]

/** What the menu of the canvas offers for what is selected, in parts. */
export function menuParts(session: Session): MenuPart[] {
  const { blocks, flows, groups } = session.editor.getState()
  if (blocks.size + flows.size + groups.size > 1) return partsOf(session, ON_SEVERAL)
  if (blocks.size === 1) return partsOf(session, ON_BLOCK)
  if (groups.size === 1) return partsOf(session, ON_ROOM)
  return flows.size === 1 ? [kindChoice(session), ...partsOf(session, ON_FLOW)] : partsOf(session, ON_CANVAS)
}

function partsOf(session: Session, parts: Parts): MenuPart[] {
  return parts.map(ids => ({ lines: ids.map(id => lineOf(session, id)) }))
}

function lineOf(session: Session, id: CommandId): MenuLine {
  const command = commandOf(id)
  const [keys] = command.keys ?? []
  return {
    id,
    name: commandName(command, session),
    ...(command.icon ? { icon: command.icon } : {}),
    ...(keys ? { keys } : {}),
    isDisabled: command.isEnabled?.(session) === false,
    run: () => void runCommand(session, command),
  }
}

/** The kinds that the selected flow may have. */
function kindChoice(session: Session): MenuPart {
  const id = onlyFlow(session) ?? ''
  const now = lookUp(session.design().flows, id)?.kind
  const lines = kindsForFlow(session, id).map(kind => ({
    id: `kind/${kind}`,
    name: FLOW_NAMES[kind].name,
    isDisabled: !canEdit(session),
    isChosen: kind === now,
    run: () => chooseFlowKind(session, id, kind),
  }))
  return { choice: say.kindOfFlow, lines }
}
