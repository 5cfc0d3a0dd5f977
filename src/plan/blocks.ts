import { fieldOfKind, isKnownKind, kindOf } from '../kinds'
import type { Block, Id } from '../model/design'
import type { Context } from './context'
import type { Name } from './cursor'
import { nearestKind } from './declared'
import { isSet, ownText, pairsByKey, propsOf } from './fields'
import { ownerOf } from './groups'
import type { Statement } from './statements'
import { shown } from './words'

/** Keys of a block line that are the record's own; every other key is a property. */
export const OWN_OF_BLOCK: readonly string[] = ['in', 'notes', 'locked']

/** The blocks of the plan: those declared, and the kinds that flows name without declaring them. */
export function readBlocks(context: Context): Record<Id, Block> {
  const blocks = new Map<Id, Block>()
  for (const statement of context.statements) {
    if (statement.type !== 'block' || context.declarations.get(statement.id.text)?.at !== statement.id.at) continue
    if (!isKnownKind(statement.kind.text)) refuseKind(statement, context)
    else blocks.set(statement.id.text, readBlock(statement, context))
  }
  for (const [id, { type, kind = id }] of context.declarations)
    if (type === 'block' && !blocks.has(id)) blocks.set(id, { id, kind, label: kindOf(kind).name, props: {} })
  return Object.fromEntries(blocks)
}

function readBlock(statement: Extract<Statement, { type: 'block' }>, context: Context): Block {
  const { problems } = context
  const kind = kindOf(statement.kind.text)
  const pairs = pairsByKey(statement.pairs, problems)
  const notes = ownText(pairs, 'notes', problems)
  return {
    id: statement.id.text,
    kind: statement.kind.text,
    label: statement.label ?? kind.name,
    ...ownerOf(pairs, context),
    props: propsOf(pairs, OWN_OF_BLOCK, key => fieldOfKind(kind, key), problems),
    ...(notes === undefined ? {} : { notes }),
    ...(isSet(pairs, 'locked', problems) ? { locked: true } : {}),
  }
}

function refuseKind({ id, kind }: { readonly id: Name; readonly kind: Name }, { meant, problems }: Context): void {
  const isLone = id === kind
  if (isLone && meant.has(id.text)) return
  const message = isLone
    ? `“${id.text}” is no kind of block, and a word alone on its line must be one.`
    : `“${shown(kind.text)}” is no kind of block.`
  problems.add(kind.at, message, () => {
    const near = nearestKind(kind.text)
    return near ? `Did you mean ${near}?` : 'The kinds are listed in the palette; a box of no kind is a component.'
  })
}
