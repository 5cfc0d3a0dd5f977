import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { removeBlocks } from '../../src/model/blocks'
import type { Design } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'
import { sketch } from '../../src/plan/sketch'
import briefBusinessGoalMissing from '../../src/rules/brief-business-goal-missing'
import { lint } from '../../src/rules/lint'
import noFallback from '../../src/rules/no-fallback'
import requestCycle from '../../src/rules/request-cycle'
import { applyWaivers } from '../../src/rules/waivers'

const open = (design: Design, rule = noFallback) =>
  lint(graphOf(design), { rules: [rule], review: true }).map(finding => finding.at.join(' '))

test('a waiver accepts the finding of its rule at its block, and no other', () => {
  const plan = sketch`a ranker; b ranker; client -> app-service -> a, b
    waive no-fallback @a "A static page answers."; waive unmonitored-model @b "Later."`
  expect(open(plan)).toEqual(['b'])
})

test('a waiver without blocks accepts its rule everywhere', () => {
  expect(open(sketch`client -> app-service -> ranker, llm; waive no-fallback "A prototype."`)).toEqual([])
})

test('a finding of several blocks is accepted only when the waiver names them all', () => {
  const cycle = 'client -> app-service -> ranker -request-> app-service'
  expect(open(sketch`${cycle}; waive request-cycle @ranker "Known."`, requestCycle)).toEqual(['app-service ranker'])
  expect(open(sketch`${cycle}; waive request-cycle @ranker,app-service "Known."`, requestCycle)).toEqual([])
})

test('a waiver of a block does not accept a finding of the whole design', () => {
  const plan = sketch`client -> app-service; waive brief-business-goal-missing @client "No."`
  expect(open(plan, briefBusinessGoalMissing)).toEqual([''])
})

test('a waiver that names a block which is gone accepts nothing and says which is gone', () => {
  const plan = sketch`a ranker; b ranker; client -> app-service -> a, b; waive no-fallback @a,b "Answers are precomputed."`
  const cut = applyEdit(plan, removeBlocks(plan, ['b']))
  expect(open(plan)).toEqual([])
  expect(open(cut)).toEqual(['a'])
  expect(applyWaivers(cut, []).waived).toEqual([
    { waiver: plan.waivers['waive-no-fallback-a-b'], findings: [], gone: ['b'] },
  ])
})
