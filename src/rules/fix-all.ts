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

/** One fix is applied this often at most: another may undo it once, but two that undo each other come to an end. */
const MOST_TIMES = 2

/**
 * Fixes one open finding after the other, worst first, each by the first of its fixes that changes the drawing and
 * conflicts with nothing, worked out for the design as the fixes before it left it. A fix that brings an error, or that
 * leaves its finding, conflicts with what stands and is passed over; so is one that takes away what was drawn and puts
 * nothing in its place, which is for the person to decide. Waived findings stay.
 */
export function fixAll(design: Design, { isWanted = () => true, place, ...options }: FixAllOptions = {}): Fixed {
  const changes: Change[] = []
  const done: { finding: Finding; fix: EditFix }[] = []
  const applied = new Map<string, number>()
  let { findings } = analyse(design, options)
  // What conflicted may fit once others are fixed: it is tried again until a whole round fixes nothing.
  for (let before = -1; before < done.length && done.length < MOST_FIXES; ) {
    before = done.length
    const tried = new Set([...applied].flatMap(([key, times]) => (times < MOST_TIMES ? [] : [key])))
    for (let next = untried(findings, tried); next && done.length < MOST_FIXES; next = untried(findings, tried)) {
      if (!isWanted(next.finding)) continue
      const edit = place ? place(design, next.fix.edit) : next.fix.edit
      const fixed = applyEdit(design, edit)
      const left = analyse(fixed, options).findings
      if (!isBetter(findings, left, next.finding)) continue
      design = fixed
      findings = left
      changes.push(...edit.changes)
      done.push(next)
      applied.set(keyOf(next), (applied.get(keyOf(next)) ?? 0) + 1)
    }
  }
  return { edit: { label: `Fix ${done.length} ${done.length === 1 ? 'finding' : 'findings'}`, changes }, done }
}

type Try = Fixed['done'][number]

/** The first change that was not tried yet, which it is from now on; null when all were. */
function untried(findings: readonly Finding[], tried: Set<string>): Try | null {
  for (const finding of findings)
    for (const fix of finding.fixes.filter(isGentle)) {
      const key = keyOf({ finding, fix })
      if (tried.has(key)) continue
      tried.add(key)
      return { finding, fix }
    }
  return null
}

function keyOf({ finding, fix }: Try): string {
  return `${findingKey(finding)} ${fix.title}`
}

/** Whether a fix changes the drawing, and takes nothing away without putting something in its place. */
export function isGentle(fix: Finding['fixes'][number]): fix is EditFix {
  if (!('edit' in fix)) return false
  const { changes } = fix.edit
  const isCut = (table: string) => changes.some(change => change.op === 'cut' && change.table === table)
  const isPut = changes.some(change => change.op === 'put')
  return !isCut('blocks') && (!isCut('flows') || isPut)
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
