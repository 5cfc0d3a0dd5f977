import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { slowestRequest } from '../src/budget/latency'
import { cardOf } from '../src/drawing/card'
import { readDesign } from '../src/gate'
import { graphOf } from '../src/graph/graph'
import { blockSize } from '../src/kinds'
import type { Design } from '../src/model/design'
import { designText } from '../src/model/text'
import { analyse } from '../src/rules/analyse'

const NAMES = readdirSync('templates').filter(name => name.endsWith('.groundplan.json'))

test('there are fifteen case studies', () => {
  expect(NAMES.length).toBe(15)
})

describe.each(NAMES)('%s', name => {
  const text = readFileSync(`templates/${name}`, 'utf8')

  test('passes the gate and is written in canonical form', () => {
    expect(designText(designOf(text))).toBe(text)
  })

  test('lints without a finding, everything reviewed', () => {
    expect(analyse(designOf(text), { review: true }).findings).toEqual([])
  })

  test('has the p99 that its notes add up, within its target', () => {
    const design = designOf(text)
    const stated = /Upper bound of the request path: [^=]+ = ([\d ]+) ms of ([\d ]+) ms/.exec(
      design.brief.design.notes?.serve ?? '',
    )
    const [, bound, target] = (stated ?? []).map(number => Number(number.replace(/ /g, '')))
    expect([slowestRequest(graphOf(design))?.value, design.brief.design.latencyP99Ms]).toEqual([bound, target])
    expect(bound).toBeLessThan(target ?? 0)
  })

  test('has a goal, notes on every step, rooms, cards of the brief, notes at its blocks, and its sources', () => {
    const { brief, blocks, groups } = designOf(text)
    const kinds = Object.values(blocks).map(block => block.kind)
    expect(Object.keys(brief.design.notes ?? {})).toEqual(
      expect.arrayContaining(['clarify', 'data', 'evaluate', 'serve']),
    )
    expect(Object.keys(groups).length).toBeGreaterThan(3)
    expect(kinds.filter(kind => kind === 'brief-card').length).toBeGreaterThan(3)
    expect(kinds.filter(kind => kind === 'note').length).toBeGreaterThan(1)
    expect(Object.values(brief.design.notes ?? {}).join(' ')).toMatch(/Sourced from: .{20,}/)
  })

  test('has a place for everything, and nothing lies on another thing', () => {
    const boxes = Object.values(designOf(text).blocks).map(block => ({
      ...block.at,
      ...blockSize(block),
      id: block.id,
    }))
    expect(boxes.filter(box => box.x === undefined)).toEqual([])
    const overlaps = boxes.flatMap(a => boxes.filter(b => a.id < b.id && doOverlap(a, b)).map(b => [a.id, b.id]))
    expect(overlaps).toEqual([])
  })

  test('has names of two lines at most, none of them cut, and notes that show all their words', () => {
    const design = designOf(text)
    const cut = Object.values(design.blocks).filter(block =>
      cardOf(design, block).name.some(line => line.endsWith('…')),
    )
    expect(cut.map(block => block.label)).toEqual([])
  })

  test('is wider than tall', () => {
    const boxes = Object.values(designOf(text).blocks).map(block => ({ ...block.at, ...blockSize(block) }))
    const span = (low: (box: (typeof boxes)[0]) => number, high: (box: (typeof boxes)[0]) => number) =>
      Math.max(...boxes.map(high)) - Math.min(...boxes.map(low))
    const width = span(
      box => box.x ?? 0,
      box => (box.x ?? 0) + box.width,
    )
    const height = span(
      box => box.y ?? 0,
      box => (box.y ?? 0) + box.height,
    )
    expect(width).toBeGreaterThan(height)
  })
})

function designOf(text: string): Design {
  const result = readDesign(text)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

interface Box {
  readonly x?: number | undefined
  readonly y?: number | undefined
  readonly width: number
  readonly height: number
}

function doOverlap(a: Box, b: Box): boolean {
  const [ax, ay, bx, by] = [a.x ?? 0, a.y ?? 0, b.x ?? 0, b.y ?? 0]
  return ax < bx + b.width && bx < ax + a.width && ay < by + b.height && by < ay + a.height
}
