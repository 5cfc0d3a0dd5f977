import { describe, expect, test } from 'vitest'
import { graphOf } from '../../src/graph/graph'
import { nextKinds } from '../../src/kinds/next-kinds'
import { sketch } from '../../src/plan/sketch'
import { likelyBetween, likelyNext } from '../../src/rules/likely-next'
import { lint } from '../../src/rules/lint'

const kinds = (list: readonly { readonly kind: string }[]) => list.map(({ kind }) => kind)

describe('what comes next to a block', () => {
  test('is what usually does, where nothing is found', () => {
    const design = sketch`client`
    expect(kinds(likelyNext(design, [], 'client', 'after'))).toEqual(nextKinds('client', 'after'))
  })

  test('what is wired there already comes behind what usually stands there', () => {
    const list = likelyNext(sketch`client -> gateway`, [], 'client', 'after')
    expect(list[0]).toEqual({ kind: 'app-service', isFix: false, isUsual: true })
    expect(list.find(({ kind }) => kind === 'gateway')).toEqual({ kind: 'gateway', isFix: false, isUsual: false })
    expect(list.filter(({ isUsual }) => isUsual).length).toBe(kinds(list).indexOf('gateway'))
  })

  test('what the fix of a finding would put there leads', () => {
    const design = sketch`client -> gateway -> online-inference`
    const findings = lint(graphOf(design), { review: true })
    const [first] = likelyNext(design, findings, 'online-inference', 'after')
    const put = findings.flatMap(({ fixes: [fix] }) => {
      if (!fix || !('edit' in fix)) return []
      const isFrom = fix.edit.changes.some(
        ({ op, ...change }) =>
          op === 'put' &&
          'record' in change &&
          'source' in change.record &&
          change.record.source === 'online-inference',
      )
      return isFrom
        ? fix.edit.changes.flatMap(change =>
            change.op === 'put' && 'kind' in change.record ? [change.record.kind] : [],
          )
        : []
    })
    expect(first?.isFix).toBe(true)
    expect(put).toContain(first?.kind)
  })

  test('is nothing for a block that is not there', () => {
    expect(likelyNext(sketch`client`, [], 'gone', 'after')).toEqual([])
  })
})

describe('what stands between the ends of a flow', () => {
  const design = sketch`client -request-> app-service`
  const [flow] = Object.values(design.flows)

  test('fits both, and what is usual at both leads', () => {
    const list = flow ? likelyBetween(design, [], flow) : []
    expect(list[0]).toEqual({ kind: 'gateway', isFix: false, isUsual: true })
    const both = nextKinds('client', 'after').filter(kind => nextKinds('app-service', 'before').includes(kind))
    expect(kinds(list).sort()).toEqual([...both].sort())
  })
})
