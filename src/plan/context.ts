import type { Id } from '../model/design'
import type { Declarations } from './declared'
import type { Problems } from './place'
import type { Statement } from './statements'

/** What the readers of the tables share. */
export interface Context {
  readonly statements: readonly Statement[]
  readonly declarations: Declarations
  /** Ids that a statement with a flaw may have meant to declare: to call them unknown as well would be noise. */
  readonly meant: ReadonlySet<Id>
  readonly problems: Problems
}
