import type { Flow, Id, Waiver } from '../model/design'
import type { Context } from './context'
import type { Name } from './cursor'
import { nearestId } from './declared'
import { pairsByKey, refuseOthers } from './fields'
import { ownId } from './flows'
import { idGiver, waiverBase } from './twins'

/** The waivers of the plan. Each names blocks, groups or flows that exist, or none at all. */
export function readWaivers(context: Context, flows: Readonly<Record<Id, Flow>>): Record<Id, Waiver> {
  const { statements, declarations, problems } = context
  const taken = new Set([...declarations.keys(), ...Object.keys(flows)])
  const free = idGiver(taken)
  const isThere = (id: Id) => Object.hasOwn(flows, id) || THINGS.has(declarations.get(id)?.type)
  const waivers: Waiver[] = []
  for (const statement of statements) {
    if (statement.type !== 'waive') continue
    const pairs = pairsByKey(statement.pairs, problems)
    refuseOthers(pairs, ['id'], 'waiver', problems)
    for (const name of statement.blocks) if (!isThere(name.text)) refuseWaived(name, context)
    const at = statement.blocks.map(({ text }) => text)
    const id = ownId(pairs, problems)?.text ?? free(waiverBase(statement.rule, at))
    taken.add(id)
    waivers.push({ id, rule: statement.rule, at, reason: statement.reason })
  }
  return Object.fromEntries(waivers.map(waiver => [waiver.id, waiver]))
}

const THINGS: ReadonlySet<string | undefined> = new Set(['block', 'group', 'flow'])

function refuseWaived({ text, at }: Name, { declarations, meant, problems }: Context): void {
  if (meant.has(text)) return
  problems.add(at, `There is no block “${text}” to waive the rule for.`, () => {
    const near = nearestId(text, 'block', declarations)
    return near ? `Did you mean ${near}?` : 'Name a block of the plan, or leave out @ to accept the rule everywhere.'
  })
}
