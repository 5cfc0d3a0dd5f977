import type { Design } from '../model/design'
import { applyEdit, type Change, type Edit } from '../model/edit'
import { analyse, resolveFix } from './analyse'
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
 * Fixes one open finding after the other, worst first, each by the first of its fixes that is a change to the drawing
 * and each worked out for the design as the fixes before it left it. A fix that brings an error, or that leaves its
 * finding, conflicts with what stands and is passed over. Waived findings stay.
 */
export function fixAll(design: Design, { isWanted = () => true, place, ...options }: FixAllOptions = {}): Fixed {
  const changes: Change[] = []
  const done: { finding: Finding; fix: EditFix }[] = []
  const tried = new Set<string>()
  while (done.length < MOST_FIXES) {
    const { findings } = analyse(design, options)
    const next = findings.find(each => isWanted(each) && !tried.has(findingKey(each)) && each.fixes.some(isEdit))
    if (!next) break
    tried.add(findingKey(next))
    const index = next.fixes.findIndex(isEdit)
    const fix = resolveFix(design, next, index)
    if (!fix || !isEdit(fix)) continue
    const edit = place ? place(design, fix.edit) : fix.edit
    const fixed = applyEdit(design, edit)
    if (!isBetter(findings, analyse(fixed, options).findings, next)) continue
    design = fixed
    changes.push(...edit.changes)
    done.push({ finding: next, fix })
  }
  return { edit: { label: `Fix ${done.length} ${done.length === 1 ? 'finding' : 'findings'}`, changes }, done }
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
