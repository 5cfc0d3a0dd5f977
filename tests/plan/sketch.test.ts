import { expect, test } from 'vitest'
import { readPlan } from '../../src/plan/read'
import { sketch } from '../../src/plan/sketch'

test('a sketch of one line is the design of that plan', () => {
  expect({ ok: true, value: sketch`client -request-> online-inference` }).toEqual(
    readPlan('client -request-> online-inference'),
  )
})

test('a sketch goes over several lines and takes values in between', () => {
  const latency = 70
  const rest = 'client -> rk'
  const design = sketch`
    rk ranker "Heavy \"ranker\"" p99Ms=${latency}
    ${rest}
  `
  expect(design.blocks.rk).toEqual({ id: 'rk', kind: 'ranker', label: 'Heavy "ranker"', props: { p99Ms: 70 } })
  expect(Object.keys(design.flows)).toEqual(['client-request-rk'])
})

test('a sketch with a problem stops with its place', () => {
  expect(() => sketch`client -> rankr`).toThrow('1:11: “rankr” is not declared')
})
