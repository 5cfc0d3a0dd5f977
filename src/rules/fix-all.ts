import type { Design } from '../model/design'
import { applyEdit, type Change, type Edit } from '../model/edit'
import { analyse } from './analyse'
import type { LintOptions } from './lint'
import { type EditFix, type Finding, findingKey } from './rule'

/** What fixing everything came to. */
export interface Fixed {
  /** All changes as one edit; none when nothing could be fixed. */
  readonly edit: Edit
  /** The findings that were fixed, in the order of fixing, each with the fix that did it. */
  readonly done: readonly { readonly finding: Finding; readonly fix: EditFix }[]
}

export interface FixAllOptions extends LintOptions {
  /** Which findings to fix; absent: all. */
  readonly isWanted?: (finding: Finding) => boolean
  /** Gives the new blocks of one fix their places; absent: they stay without. */
  readonly place?: (design: Design, edit: Edit) => Edit
}

/** Findings fixed at most: more than any drawing has, so that fixes which feed each other come to an end. */
const MOST_FIXES = 500

/**
 * Fixes one open finding after the other, worst first, each by the first of its fixes that changes the drawing and
 * conflicts with nothing, worked out for the design as the fixes before it left it. A fix that brings an error, or that
 * leaves its finding, conflicts with what stands and is passed over. Waived findings stay.
 */
export function fixAll(design: Design, { isWanted = () => true, place, ...options }: FixAllOptions = {}): Fixed {
  const changes: Change[] = []
  const done: { finding: Finding; fix: EditFix }[] = []
  const tried = new Set<string>()
  let { findings } = analyse(design, options)
  while (done.length < MOST_FIXES) {
    const next = untried(findings.filter(isWanted), tried)
    if (!next) break
    const edit = place ? place(design, next.fix.edit) : next.fix.edit
    const fixed = applyEdit(design, edit)
    const left = analyse(fixed, options).findings
    if (!isBetter(findings, left, next.finding)) continue
    design = fixed
    findings = left
    changes.push(...edit.changes)
    done.push(next)
  }
  return { edit: { label: `Fix ${done.length} ${done.length === 1 ? 'finding' : 'findings'}`, changes }, done }
}

/** The first change that was not tried yet, which it is from now on; null when all were. */
function untried(findings: readonly Finding[], tried: Set<string>): Fixed['done'][number] | null {
  for (const finding of findings)
    for (const fix of finding.fixes.filter(isEdit)) {
      const key = `${findingKey(finding)} ${fix.title}`
      if (tried.has(key)) continue
      tried.add(key)
      return { finding, fix }
    }
  return null
}

function isEdit(fix: Finding['fixes'][number]): fix is EditFix {
  return 'edit' in fix
}

/** Whether the finding is gone and no error came in its place. */
function isBetter(before: readonly Finding[], after: readonly Finding[], fixed: Finding): boolean {
  const errors = new Set(before.filter(isError).map(findingKey))
  const key = findingKey(fixed)
  return after.every(each => findingKey(each) !== key && (!isError(each) || errors.has(findingKey(each))))
}

function isError(finding: Finding): boolean {
  return finding.severity === 'error'
}
