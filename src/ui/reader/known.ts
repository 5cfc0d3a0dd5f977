import type { Known } from '../../graph/names'
import type { Stop } from '../../graph/stops'
import type { Id } from '../../model/design'
import type { Finding } from '../../rules/rule'
import type { Session } from '../session/session'

/** What names say of an element beside the design: the findings that mark it, the total that its room shows. */
export function knownOf(session: Session, { table, id }: Stop): Known {
  const { marks } = session.analysis.getState()
  if (table !== 'groups') return countsOf(marks.get(id) ?? [])
  const total = session.numbers.getState().numbers?.totals.get(id)
  return { ...countsOf(findingsIn(session, id)), ...(total ? { total } : {}) }
}

/** The findings that mark the blocks of a room, each once. */
function findingsIn(session: Session, room: Id): ReadonlySet<Finding> {
  const { marks } = session.analysis.getState()
  const blocks = Object.values(session.design().blocks).filter(block => block.group === room)
  return new Set(blocks.flatMap(block => marks.get(block.id) ?? []))
}

function countsOf(findings: Iterable<Finding>): Known {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return { errors: counts.error, warnings: counts.warning }
}
