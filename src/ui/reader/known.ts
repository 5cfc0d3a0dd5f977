import type { Known } from '../../graph/names'
import type { Stop } from '../../graph/stops'
import type { Finding } from '../../rules/rule'
import { findingsInside } from '../session/room-marks'
import type { Session } from '../session/session'

/** What names say of an element beside the design: the findings that mark it, the total that its room shows. */
export function knownOf(session: Session, { table, id }: Stop): Known {
  const { marks } = session.analysis.getState()
  if (table !== 'groups') return countsOf(marks.get(id) ?? [])
  const total = session.numbers.getState().numbers?.totals.get(id)
  return { ...countsOf(findingsInside(session.design(), marks, id)), ...(total ? { total } : {}) }
}

function countsOf(findings: Iterable<Finding>): Known {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return { errors: counts.error, warnings: counts.warning }
}
