import type { Finding } from '../../rules/rule'

const NOUNS = { error: 'error', warning: 'warning', info: 'hint' } as const

/**
 * What became of the findings between two looks at them, in a sentence: “1 new warning, 3 in all.” Null when there are
 * as many of each severity as before.
 */
export function lintNews(before: readonly Finding[], after: readonly Finding[]): string | null {
  const more = (['error', 'warning', 'info'] as const).flatMap(severity => {
    const count = countOf(after, severity) - countOf(before, severity)
    return count > 0 ? [`${count} new ${NOUNS[severity]}${count === 1 ? '' : 's'}`] : []
  })
  if (more.length > 0) return `${more.join(', ')}, ${after.length} in all.`
  const fewer = before.length - after.length
  if (fewer <= 0) return null
  return `${fewer} finding${fewer === 1 ? '' : 's'} fewer, ${after.length === 0 ? 'none' : after.length} left.`
}

function countOf(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.filter(finding => finding.severity === severity).length
}
