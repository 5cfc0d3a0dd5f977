import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { isAllowedPair } from '../../src/kinds/flow-kinds'
import { KINDS } from '../../src/kinds/index'
import { type Block, type Design, emptyDesign, FLOW_KINDS, type Flow, lookUp } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'
import { lint } from '../../src/rules/lint'
import { type EditFix, type Finding, findingKey } from '../../src/rules/rule'
import { wholeDesigns } from '../arbitraries/whole-design'

test('no rule stops with an error, whatever a file holds', () => {
  fc.assert(
    fc.property(fc.oneof(wholeDesigns(), tangles()), design => {
      const messages = lint(graphOf(design), { review: true }).map(finding => finding.message)
      expect(messages.filter(message => message.includes('stopped with an error'))).toEqual([])
    }),
  )
})

test('a fix draws only what is allowed, once, and removes what it fixes, however tangled the drawing', () => {
  fc.assert(
    fc.property(tangles(), design => {
      for (const [finding, fix] of editFixes(design)) {
        const fixed = applyEdit(design, fix.edit)
        expect(applyEdit(fixed, fix.edit)).toEqual(fixed)
        expect(refused(design, fixed)).toEqual([])
        const left = lint(graphOf(fixed), { review: true }).map(findingKey)
        expect([fix.title, left.includes(findingKey(finding))]).toEqual([fix.title, false])
      }
    }),
  )
})

function editFixes(design: Design): [Finding, EditFix][] {
  return lint(graphOf(design), { review: true }).flatMap(finding =>
    finding.fixes.flatMap(fix => ('edit' in fix ? [[finding, fix] satisfies [Finding, EditFix]] : [])),
  )
}

function refused(before: Design, after: Design): string[] {
  return Object.values(after.flows)
    .filter(flow => !isDrawnIn(before, flow))
    .filter(({ kind, source, target }) => {
      const [from, to] = [lookUp(after.blocks, source), lookUp(after.blocks, target)]
      return !from || !to || !isAllowedPair(kind, from.kind, to.kind)
    })
    .map(flow => flow.id)
}

function isDrawnIn(design: Design, { id, kind, source, target }: Flow): boolean {
  const flow = lookUp(design.flows, id)
  return flow?.kind === kind && flow.source === source && flow.target === target
}

/** Blocks of any kinds with flows of any kinds between them, allowed or not, one flow of a kind between two blocks. */
function tangles(): fc.Arbitrary<Design> {
  const kinds = fc.array(fc.constantFrom(...KINDS.map(kind => kind.id)), { minLength: 2, maxLength: 10 })
  return kinds.chain(all => {
    const end = fc.nat({ max: all.length - 1 })
    const flows = fc.array(fc.tuple(fc.constantFrom(...FLOW_KINDS), end, end), { maxLength: 24 })
    return flows.map(drawn => ({
      ...emptyDesign(),
      blocks: Object.fromEntries(all.map((kind, i) => [`b${i}`, blockOf(`b${i}`, kind)])),
      flows: Object.fromEntries(drawn.map(([kind, from, to]) => flowOf(kind, `b${from}`, `b${to}`))),
    }))
  })
}

function blockOf(id: string, kind: string): Block {
  return { id, kind, label: `${kind} ${id}`, props: {} }
}

function flowOf(kind: Flow['kind'], source: string, target: string): [string, Flow] {
  const id = `${source}-${kind}-${target}`
  return [id, { id, kind, source, target }]
}
