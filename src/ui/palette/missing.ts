import type { Finding, Severity } from '../../rules/rule'

const cache = new WeakMap<readonly Finding[], ReadonlyMap<string, Severity>>()

/** Kinds that the first fix of an open finding would insert, with the severity of that finding: what the palette marks. */
export function missingKinds(findings: readonly Finding[]): ReadonlyMap<string, Severity> {
  const known = cache.get(findings)
  if (known) return known
  const missing = new Map<string, Severity>()
  for (const finding of findings) {
    const fix = finding.fixes[0]
    if (!fix || !('edit' in fix)) continue
    for (const change of fix.edit.changes)
      if (change.op === 'put' && change.table === 'blocks') {
        const kind = (change.record as { readonly kind: string }).kind
        if (!missing.has(kind)) missing.set(kind, finding.severity)
      }
  }
  cache.set(findings, missing)
  return missing
}
