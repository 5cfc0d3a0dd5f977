import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import type { Block, Design, Flow, Id } from '../../src/model/design'
import { designOf } from '../../src/plan/sketch'
import { RULES } from '../../src/rules/index'
import { lint } from '../../src/rules/lint'
import { findingKey, type Rule } from '../../src/rules/rule'
import { without } from './mutate'

const FOLDER = new URL('../fixtures/catalogue/', import.meta.url)

/** Ways to draw the same system, which no rule may tell apart. */
const SAME: readonly (readonly [what: string, (design: Design) => Design])[] = [
  ['names', renamed],
  ['the order of its tables', reversed],
  ['notes', withNotes],
  ['drawn responses', withResponses],
]

describe.each(RULES.map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
  const designs = [...rule.bad, ...rule.good].map(designOf)

  test.each(SAME)('does not look at %s', (__, change) => {
    for (const design of designs) expect(said([rule], change(design))).toEqual(said([rule], design))
  })

  test('finds in two copies side by side what it finds in each, and nothing else', () => {
    for (const design of designs) expect(places([rule], twice(design))).toEqual(placesTwice([rule], design))
  })
})

describe.each(readdirSync(FOLDER).filter(file => file.endsWith('.plan')))('%s, taken apart', file => {
  const whole = designOf(readFileSync(new URL(file, FOLDER), 'utf8'))
  const kinds = [...new Set(Object.values(whole.blocks).map(block => block.kind))]

  test('is judged alike however it is drawn', () => {
    for (const kind of kinds) {
      const design = without(whole, kind)
      for (const [what, change] of SAME)
        expect([kind, what, said(RULES, change(design))]).toEqual([kind, what, said(RULES, design)])
      expect([kind, places(RULES, twice(design))]).toEqual([kind, placesTwice(RULES, design)])
    }
  })
})

function findingsOf(rules: readonly Rule[], design: Design) {
  return lint(graphOf(design), { rules, review: true })
}

function said(rules: readonly Rule[], design: Design): string[] {
  return findingsOf(rules, design).map(finding => `${finding.severity} ${findingKey(finding)}`)
}

/** Which rules speak of which blocks; a finding of the whole design or its brief speaks once, however many copies. */
function places(rules: readonly Rule[], design: Design): string[] {
  return sorted(
    findingsOf(rules, design).flatMap(({ rule, at, field = '' }) =>
      at.length === 0 ? [`${rule} ${field}`] : at.map(id => `${rule} ${field} @${id}`),
    ),
  )
}

function placesTwice(rules: readonly Rule[], design: Design): string[] {
  return sorted(places(rules, design).flatMap(each => (each.includes('@') ? [each, `${each}-copy`] : [each])))
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort()
}

function renamed(design: Design): Design {
  const blocks = Object.values(design.blocks).map((block, i) => ({ ...block, label: `Thing ${i}` }))
  return { ...design, blocks: tableOf(blocks) }
}

function reversed(design: Design): Design {
  return {
    ...design,
    blocks: tableOf(Object.values(design.blocks).reverse()),
    flows: tableOf(Object.values(design.flows).reverse()),
  }
}

function withNotes(design: Design): Design {
  const ids = Object.keys(design.blocks)
  const note: Block = { id: 'a-note', kind: 'note', label: 'Look here', props: {} }
  const flows = ids.map((id): Flow => ({ id: `a-note-${id}`, kind: 'request', source: 'a-note', target: id }))
  return {
    ...design,
    blocks: { ...design.blocks, [note.id]: note },
    flows: { ...design.flows, ...tableOf(flows) },
  }
}

function withResponses(design: Design): Design {
  const clients = Object.values(design.blocks).filter(block => block.kind === 'client')
  const flows = clients.flatMap(client =>
    Object.values(design.flows)
      .filter(flow => flow.source === client.id && flow.kind === 'request')
      .map((flow): Flow => ({ id: `answer-${flow.id}`, kind: 'request', source: flow.target, target: client.id })),
  )
  return { ...design, flows: { ...design.flows, ...tableOf(flows) } }
}

/** Two copies of the system under one brief; they share twice the budget. */
function twice(design: Design): Design {
  const copy = (id: Id) => `${id}-copy`
  const blocks = Object.values(design.blocks)
  const flows = Object.values(design.flows)
  const brief = Object.entries(design.brief.design).map(([key, value]) =>
    key === 'budgetPerMonth' && typeof value === 'number' ? [key, 2 * value] : [key, value],
  )
  return {
    ...design,
    brief: { design: Object.fromEntries(brief) },
    blocks: { ...design.blocks, ...tableOf(blocks.map(block => ({ ...block, id: copy(block.id) }))) },
    flows: {
      ...design.flows,
      ...tableOf(
        flows.map(flow => ({ ...flow, id: copy(flow.id), source: copy(flow.source), target: copy(flow.target) })),
      ),
    },
  }
}

function tableOf<T extends { readonly id: Id }>(rows: readonly T[]): Record<Id, T> {
  return Object.fromEntries(rows.map(row => [row.id, row]))
}
