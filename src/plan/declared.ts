import { isKnownKind, KINDS } from '../kinds'
import type { Id } from '../model/design'
import type { Name, Pair } from './cursor'
import { nearest } from './nearest'
import { type Place, type Problems, placeText } from './place'
import type { Statement } from './statements'

/** What an id of the plan stands for, and where that is said. */
interface Declared {
  readonly type: 'block' | 'group' | 'flow' | 'waiver'
  readonly at: Place
  /** Of a block. */
  readonly kind?: string
}

/** Every id of a plan. A Map, so that `constructor` is an id like any other. */
export type Declarations = ReadonlyMap<Id, Declared>

/**
 * What all the written ids stand for, whatever their order. An id that stands for two things is a problem with both
 * places, and the first one counts. A word at an end of a flow that nothing declares but that is a kind is a block.
 */
export function declarationsOf(statements: readonly Statement[], problems: Problems): Declarations {
  const declarations = new Map<Id, Declared>()
  for (const [id, declared] of writtenIds(statements)) {
    const first = declarations.get(id)
    if (!first) declarations.set(id, declared)
    else problems.add(declared.at, twice(id, first), 'Give one of the two another id.')
  }
  for (const { text, at } of endsOf(statements))
    if (!declarations.has(text) && isKnownKind(text)) declarations.set(text, { type: 'block', at, kind: text })
  return declarations
}

function twice(id: Id, first: Declared): string {
  return `“${id}” is declared twice: here and at ${placeText(first.at)}, where it is a ${first.type}.`
}

function* writtenIds(statements: readonly Statement[]): Generator<[Id, Declared]> {
  for (const statement of statements) {
    const { type } = statement
    if (type === 'group') yield [statement.id.text, { type, at: statement.id.at }]
    else if (type === 'block') yield [statement.id.text, { type, at: statement.id.at, kind: statement.kind.text }]
    else if (type === 'waive') yield* idPair(statement.pairs, 'waiver')
    else if (type === 'flows') for (const link of statement.links) yield* idPair(link.pairs, 'flow')
  }
}

/** The id of a flow or a waiver; one that is no id is told where the record is read. */
function* idPair(pairs: readonly Pair[], type: 'flow' | 'waiver'): Generator<[Id, Declared]> {
  const pair = pairs.find(({ key }) => key === 'id')
  const [atom] = pair?.atoms ?? []
  if (pair && atom) yield [atom.text, { type, at: pair.valueAt }]
}

function* endsOf(statements: readonly Statement[]): Generator<Name> {
  for (const statement of statements)
    if (statement.type === 'flows')
      for (const { sources, targets } of statement.links) {
        yield* sources
        yield* targets
      }
}

/** The kind that a word was probably meant to be, or null. */
export function nearestKind(word: string): string | null {
  return nearest(
    word,
    KINDS.map(kind => kind.id),
  )
}

/** The declared id of that type that a word was probably meant to be, or null. */
export function nearestId(word: string, type: Declared['type'], declarations: Declarations): string | null {
  const ids = [...declarations].filter(([, declared]) => declared.type === type).map(([id]) => id)
  return nearest(word, ids)
}
