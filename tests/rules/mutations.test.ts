import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDesign } from '../../src/gate'
import { graphOf } from '../../src/graph/graph'
import type { Design } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'
import { readPlan } from '../../src/plan/read'
import { lint } from '../../src/rules/lint'
import { MUTATIONS } from './mutation-table'

/** Mutations that a case study answers otherwise than the plan it grew from. */
const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  // The case has an anonymiser, which its plan has not.
  'past anonymisation': ['video-search'],
}

const PLANS = new URL('../fixtures/catalogue/', import.meta.url)
const CASES = new URL('../../templates/', import.meta.url)

const plans = readdirSync(PLANS).map(
  file => [`plan ${file.replace('.plan', '')}`, textOf(PLANS, file), readPlan] as const,
)
const cases = readdirSync(CASES).map(
  file => [`case ${file.replace('.groundplan.json', '')}`, textOf(CASES, file), readDesign] as const,
)

test('there are fifteen of each', () => {
  expect([plans.length, cases.length]).toEqual([15, 15])
})

describe.each([...plans, ...cases])('%s', (name, text, read) => {
  const design = designOf(read(text))
  const [set, short = ''] = name.split(' ')

  test('lints without a finding', () => {
    expect(lint(graphOf(design), { review: true }).map(finding => finding.message)).toEqual([])
  })

  for (const [what, mutate, rule, silentOn = []] of MUTATIONS) {
    const isOtherwise = set === 'case' && (OTHERWISE[what]?.includes(short) ?? false)
    const isSilent = silentOn.includes(short) !== isOtherwise
    test(`${what}: ${rule} ${isSilent ? 'keeps silent' : 'speaks'}`, () => {
      const found = lint(graphOf(mutate(design)), { review: true }).map(finding => finding.rule)
      expect(found.includes(rule)).toBe(!isSilent)
    })
  }

  test('every drawn fix of every mutation removes what it fixes, and adds no error', () => {
    for (const [what, mutate] of MUTATIONS) expect([what, ...failedFixes(mutate(design))]).toEqual([what])
  })
})

function textOf(folder: URL, file: string): string {
  return readFileSync(new URL(file, folder), 'utf8')
}

function designOf(read: ReturnType<typeof readPlan>): Design {
  if (!read.ok) throw new Error(read.problems.map(problem => `${problem.path}: ${problem.message}`).join('\n'))
  return read.value
}

function failedFixes(design: Design): string[] {
  const before = lint(graphOf(design), { review: true })
  const said = (finding: (typeof before)[number]) => `${finding.rule}: ${finding.at.join(', ')}`
  const errors = before.filter(finding => finding.severity === 'error').map(said)
  return before.flatMap(finding =>
    finding.fixes.flatMap(fix => {
      if (!('edit' in fix)) return []
      const after = lint(graphOf(applyEdit(design, fix.edit)), { review: true })
      const isStillThere = after.some(each => said(each) === said(finding))
      const fresh = after.filter(each => each.severity === 'error' && !errors.includes(said(each))).map(said)
      return isStillThere || fresh.length > 0
        ? [`${said(finding)}: ${fix.title} leaves ${fresh.join('; ') || 'it'}`]
        : []
    }),
  )
}
