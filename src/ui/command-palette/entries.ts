import { cardContent } from '../../kinds/brief'
import { kindOf } from '../../kinds/index'
import { STEP_NAMES } from '../../kinds/steps'
import type { Block, Design, Id } from '../../model/design'
import { type Finding, findingKey } from '../../rules/rule'
import { addFromPalette } from '../commands/adding'
import { type Command, commandName, commandTitle } from '../commands/command'
import { openFinding } from '../commands/findings'
import { applyFix } from '../commands/fixing'
import { COMMANDS, runCommand } from '../commands/registry'
import { showBlock } from '../commands/showing'
import { foundEntries as say } from '../messages/en'
import { PALETTE, type PaletteItem } from '../palette/items'
import type { Session } from '../session/session'
import { type Entry, FIXES } from './entry'

/** All that the command palette can find in a design: fixes, commands, blocks to add, findings, blocks that stand. */
export function entriesOf(session: Session, design: Design, findings: readonly Finding[]): Entry[] {
  return [
    ...findings.flatMap(finding => fixEntries(session, design, finding)),
    ...commandEntries(session),
    ...addEntries(item => addFromPalette(session, item)),
    ...findings.map(finding => findingEntry(session, design, finding)),
    ...Object.values(design.blocks).map(block => blockEntry(session, block)),
  ]
}

/** Every block that can be added, by the way that it is. */
export function addEntries(add: (item: PaletteItem) => void): Entry[] {
  return PALETTE.map(item => ({
    id: `add/${item.id}`,
    section: say.add,
    name: item.name,
    words: item.words,
    detail: STEP_NAMES[item.step],
    icon: item.icon,
    step: item.step,
    run: () => add(item),
  }))
}

/** The commands that apply now, but for the one that opened the list. */
function commandEntries(session: Session): Entry[] {
  const applying = (COMMANDS as readonly Command[]).filter(
    command => command.id !== 'commands' && command.isEnabled?.(session) !== false,
  )
  return applying.map(command => {
    const [keys] = command.keys ?? []
    return {
      id: `command/${command.id}`,
      section: say.commands,
      name: commandName(command, session),
      words: `${commandTitle(command)} ${command.id.replaceAll('-', ' ')} ${command.group}`,
      ...(command.icon ? { icon: command.icon } : {}),
      ...(keys ? { keys } : {}),
      run: () => runCommand(session, command),
    }
  })
}

function fixEntries(session: Session, design: Design, finding: Finding): Entry[] {
  return finding.fixes.map((fix, index) => ({
    id: `fix/${findingKey(finding)}/${index}`,
    section: FIXES,
    name: fix.title.charAt(0).toUpperCase() + fix.title.slice(1),
    words: `${finding.rule} ${finding.message}`,
    detail: placesOf(design, finding),
    hint: finding.rule,
    severity: finding.severity,
    run: () => applyFix(session, finding, index),
  }))
}

function findingEntry(session: Session, design: Design, finding: Finding): Entry {
  return {
    id: `finding/${findingKey(finding)}`,
    section: say.findings,
    name: finding.message,
    words: `${finding.rule} ${finding.severity} ${placesOf(design, finding)}`,
    severity: finding.severity,
    run: () => openFinding(session, finding),
  }
}

function blockEntry(session: Session, block: Block): Entry {
  const kind = kindOf(block.kind)
  const card = block.kind === 'brief-card' ? cardContent(block.props.shows) : undefined
  return {
    id: `block/${session.id}/${block.id}`,
    section: say.blocks,
    name: block.label,
    words: [kind.name, block.kind, ...(kind.aliases ?? [])].join(' '),
    detail: card ? say.card : kind.name,
    icon: card?.icon ?? kind.icon,
    step: card?.step ?? kind.step,
    run: () => showBlock(session, block.id),
  }
}

/** The names of the blocks that a finding speaks of. */
function placesOf(design: Design, finding: Finding): string {
  const label = (id: Id) => design.blocks[id]?.label
  return finding.at.flatMap(id => label(id) ?? []).join(', ')
}
