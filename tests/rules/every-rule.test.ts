import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { isAllowedPair } from '../../src/kinds/flow-kinds'
import { isKnownKind } from '../../src/kinds/index'
import { type Design, lookUp } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'
import { designOf } from '../../src/plan/sketch'
import { RULES } from '../../src/rules/index'
import { lint } from '../../src/rules/lint'
import { type EditFix, type Finding, findingKey, type Rule } from '../../src/rules/rule'

const FOLDER = new URL('../../src/rules/', import.meta.url)

test('the index holds every rule of the folder', () => {
  const files = readdirSync(FOLDER).filter(file => /^[a-z-]+\.ts$/.test(file))
  const ids = files.flatMap(file => {
    const text = readFileSync(new URL(file, FOLDER), 'utf8')
    return [...text.matchAll(/= defineRule\(\{\s+id: '([a-z-]+)'|default defineRule\(\{\s+id: '([a-z-]+)'/g)].map(
      match => match[1] ?? match[2],
    )
  })
  expect(RULES.map(rule => rule.id).sort()).toEqual(ids.sort())
})

describe.each(RULES.map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
  test('says what, why, at what price and where from', () => {
    for (const text of [rule.summary, rule.why, rule.cure, rule.tradeoff]) expect(text).toMatch(/^[A-Z].{20,}\.$/)
    expect(rule.silent.length).toBeGreaterThan(0)
    for (const text of rule.silent) expect(text).toMatch(/^[A-Z].{15,}\.$/)
    expect(rule.source.length).toBeGreaterThan(0)
    for (const source of rule.source) if (source.url) expect(source.url).toMatch(/^https:\/\//)
    expect(Math.min(rule.good.length, rule.bad.length)).toBeGreaterThan(1)
  })

  test.each(rule.good.map((plan, i) => [i + 1, plan] as const))('is content with good example %i', (__, plan) => {
    expect(findings(rule, designOf(plan)).map(finding => finding.message)).toEqual([])
  })

  test.each(rule.bad.map((plan, i) => [i + 1, plan] as const))('flags bad example %i in plain words', (__, plan) => {
    const design = designOf(plan)
    const found = findings(rule, design)
    expect(found).not.toEqual([])
    for (const { message, at, fixes } of found) {
      expect(message).toMatch(/^[“A-Z][^!]*\.$/)
      expect(message).not.toMatch(/\b(should|please|undefined|null|NaN)\b|“”|\.\./i)
      expect(at.filter(id => !lookUp(design.blocks, id))).toEqual([])
      expect(fixes).not.toEqual([])
      expect(new Set(fixes.map(fix => fix.title)).size).toBe(fixes.length)
      for (const fix of fixes) expect(fix.title).toMatch(/^[a-z].*[^.]$/)
    }
  })

  test.each(editFixes(rule))('%s', (__, design, finding, fix) => {
    const fixed = applyEdit(design, fix.edit)
    const key = findingKey(finding)
    expect(findings(rule, fixed).map(findingKey)).not.toContain(key)
    expect(errorsOf(fixed).filter(error => !errorsOf(design).includes(error))).toEqual([])
    expect(applyEdit(fixed, fix.edit)).toEqual(fixed)
    expect(refusedFlows(design, fixed)).toEqual([])
    expect(newBlocks(design, fixed).filter(block => block.at || !isKnownKind(block.kind))).toEqual([])
  })
})

function findings(rule: Rule, design: Design): Finding[] {
  return lint(graphOf(design), { rules: [rule], review: true })
}

function editFixes(rule: Rule): [name: string, design: Design, finding: Finding, fix: EditFix][] {
  return rule.bad
    .map(designOf)
    .flatMap((design, i) =>
      findings(rule, design).flatMap(finding =>
        finding.fixes.flatMap(fix =>
          'edit' in fix ? [[`fix of bad example ${i + 1}: ${fix.title}`, design, finding, fix] as const] : [],
        ),
      ),
    ) as [string, Design, Finding, EditFix][]
}

function errorsOf(design: Design): string[] {
  return lint(graphOf(design), { review: true })
    .filter(finding => finding.severity === 'error')
    .map(findingKey)
}

function newBlocks(before: Design, after: Design) {
  return Object.values(after.blocks).filter(block => !lookUp(before.blocks, block.id))
}

/** Flows that the fix made or changed into what their pair does not allow, or that end at no block. */
function refusedFlows(before: Design, after: Design) {
  return Object.values(after.flows).filter(flow => {
    const source = lookUp(after.blocks, flow.source)
    const target = lookUp(after.blocks, flow.target)
    const isNew = lookUp(before.flows, flow.id) !== flow
    return isNew && !(source && target && isAllowedPair(flow.kind, source.kind, target.kind))
  })
}
