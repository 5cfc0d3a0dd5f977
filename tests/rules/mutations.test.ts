import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import type { Design } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'
import { readPlan } from '../../src/plan/read'
import { lint } from '../../src/rules/lint'
import { blocksOf, bypassed, unanswered, wired, without } from './mutate'

const FOLDER = new URL('../fixtures/catalogue/', import.meta.url)

/** What is done to a case study, the rule that must speak, and where it rightly keeps silent. */
const MUTATIONS: readonly (readonly [what: string, (design: Design) => Design, rule: string, silentOn?: string[]])[] = [
  ['without a business goal', design => unanswered(design, 'businessGoal'), 'brief-business-goal-missing'],
  ['without a latency target', design => unanswered(design, 'latencyP99Ms', 'predictionMode'), 'brief-latency-missing'],
  ['without an ML task', design => unanswered(design, 'mlTask'), 'framing-ml-task-missing'],
  ['without any data', withoutData, 'no-data-source'],
  ['without labels', design => without(design, 'label-join', 'annotation'), 'no-label-source'],
  ['past data validation', design => bypassed(design, 'data-validation'), 'no-data-validation'],
  [
    'without training',
    design => without(design, 'training-job'),
    'model-without-training',
    // Its models come from a pre-trained checkpoint.
    ['rag-question-answering'],
  ],
  ['past the model registry', design => bypassed(design, 'model-registry'), 'no-model-registry'],
  ['without offline evaluation', design => without(design, 'offline-eval'), 'no-offline-eval'],
  ['without experiment and rollout', design => without(design, 'online-experiment', 'safe-rollout'), 'no-online-eval'],
  ['without an online experiment', design => without(design, 'online-experiment'), 'no-online-experiment'],
  [
    'without a fallback',
    design => without(design, 'fallback'),
    'no-fallback',
    // Scored on the event path, precomputed, and precomputed.
    ['harmful-content-detection', 'people-you-may-know', 'street-view-blurring'],
  ],
  [
    'without monitors of predictions',
    design => without(design, 'drift-monitor', 'performance-monitor'),
    'unmonitored-model',
  ],
  ['without a retraining trigger', design => without(design, 'retraining-trigger'), 'no-retraining-trigger'],
  ['with a call back to its service', withCallBack, 'request-cycle'],
  ['with a client that calls training', withImpossibleCall, 'invalid-connection'],
  ['with a block that nothing uses', withLooseBlock, 'orphan-block'],
]

const designs = readdirSync(FOLDER)
  .filter(file => file.endsWith('.plan'))
  .map(file => [file.replace('.plan', ''), readFileSync(new URL(file, FOLDER), 'utf8')] as const)

test('there are fifteen case studies', () => {
  expect(designs.length).toBe(15)
})

describe.each(designs)('%s', (name, text) => {
  const design = read(text)

  test('lints without a finding', () => {
    expect(lint(graphOf(design), { review: true }).map(finding => finding.message)).toEqual([])
  })

  for (const [what, mutate, rule, silentOn = []] of MUTATIONS) {
    const isSilent = silentOn.includes(name)
    test(`${what}: ${rule} ${isSilent ? 'keeps silent' : 'speaks'}`, () => {
      const found = lint(graphOf(mutate(design)), { review: true }).map(finding => finding.rule)
      expect(found.includes(rule)).toBe(!isSilent)
    })
  }

  test('every drawn fix of every mutation removes what it fixes, and adds no error', () => {
    for (const [what, mutate] of MUTATIONS) expect([what, ...failedFixes(mutate(design))]).toEqual([what])
  })
})

function read(text: string): Design {
  const plan = readPlan(text)
  if (!plan.ok) throw new Error(plan.problems.map(problem => `${problem.path}: ${problem.message}`).join('\n'))
  return plan.value
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

function withoutData(design: Design): Design {
  const data = ['data-source', 'event-stream', 'data-lake', 'annotation', 'prediction-log', 'feedback-collector']
  return without(design, ...data, 'operational-store')
}

function withCallBack(design: Design): Design {
  const service = blocksOf(design, 'app-service')[0]!
  const called = Object.values(design.flows).find(
    flow => flow.kind === 'request' && flow.source === service.id && design.blocks[flow.target]?.kind !== 'client',
  )!
  return wired(design, called.target, 'request', service.id)
}

function withImpossibleCall(design: Design): Design {
  return wired(design, blocksOf(design, 'client')[0]!.id, 'request', blocksOf(design, 'training-job')[0]!.id)
}

function withLooseBlock(design: Design): Design {
  const id = 'loose'
  const record = { id, kind: 'cache', label: 'Loose', props: {} }
  return applyEdit(design, { label: '', changes: [{ op: 'put', table: 'blocks', id, record }] })
}
