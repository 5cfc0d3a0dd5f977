import type { Finding } from '../../rules/rule'
import { lintNews as say } from '../messages/en'

/**
 * What became of the findings between two looks at them, in a sentence: “1 new warning, 3 in all.” Null when there are
 * as many of each severity as before.
 */
export function lintNews(before: readonly Finding[], after: readonly Finding[]): string | null {
  const more = (['error', 'warning', 'info'] as const).flatMap(severity => {
    const count = countOf(after, severity) - countOf(before, severity)
    return count > 0 ? [say.fresh[severity](count)] : []
  })
  if (more.length > 0) return say.more(more, after.length)
  const fewer = before.length - after.length
  return fewer > 0 ? say.fewer(fewer, after.length) : null
}

function countOf(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.filter(finding => finding.severity === severity).length
}
