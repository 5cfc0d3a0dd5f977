import type { Design, Id } from '../model/design'
import type { Result } from '../model/problem'
import { collectProblems } from './place'
import { resolve } from './resolve'
import { scan } from './scan'
import { readStatement, type Statement } from './statements'

/**
 * The design that a plan text describes, without positions: the layout places what has none. A plan with problems
 * gives no design but the first 50 of them, each with its `line:column`. Never throws.
 */
export function readPlan(text: string): Result<Design> {
  const problems = collectProblems()
  const statements: Statement[] = []
  const meant = new Set<Id>()
  for (const phrase of scan(text)) {
    const read = readStatement(phrase)
    if ('statement' in read) statements.push(read.statement)
    else {
      problems.add(read.flaw.at, read.flaw.message, read.flaw.hint)
      for (const id of read.meant) meant.add(id)
    }
  }
  const value = resolve(statements, meant, problems)
  const list = problems.list()
  return list.length > 0 ? { ok: false, problems: list } : { ok: true, value }
}
