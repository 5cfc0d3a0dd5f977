import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Clip,
  clipBounds,
  clipOf,
  clipText,
  firstSentence,
  paste,
  readClip,
  textSort,
} from '../../src/formats/clipboard'
import { type Block, type Design, emptyDesign, type Flow, type Group, type Point } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'
import { sketch } from '../../src/plan/sketch'
import { wholeDesigns } from '../arbitraries/whole-design'

const NONE: readonly string[] = []

/** A pasted design with the ids and places that it was copied with. */
function asCopied(after: Design, ids: ReadonlyMap<string, string>, by: Point): Clip {
  const old = new Map([...ids].map(([from, to]) => [to, from]))
  const back = (id: string) => old.get(id) ?? id
  const unshift = ({ x, y }: Point) => ({ x: x - by.x, y: y - by.y })
  const owned = <T extends Block | Group>(row: T) => ({
    ...row,
    id: back(row.id),
    ...(row.at ? { at: unshift(row.at) } : {}),
    ...(row.group === undefined ? {} : { group: back(row.group) }),
  })
  const flow = (row: Flow) => ({
    ...row,
    id: back(row.id),
    source: back(row.source),
    target: back(row.target),
    ...(row.bends ? { bends: row.bends.map(unshift) } : {}),
  })
  const table = <T extends { readonly id: string }>(rows: readonly T[]) =>
    Object.fromEntries(rows.map(row => [row.id, row]))
  return {
    blocks: table(Object.values(after.blocks).map(owned)),
    groups: table(Object.values(after.groups).map(owned)),
    flows: table(Object.values(after.flows).map(flow)),
  }
}

const SHIFT = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) })

describe('for any part of any design', () => {
  test('what is pasted is what was copied, but for ids and a shift', () => {
    fc.assert(
      fc.property(wholeDesigns(), fc.infiniteStream(fc.boolean()), SHIFT, (design, coins, by) => {
        const some = (table: object) => Object.keys(table).filter(() => coins.next().value)
        const clip = clipOf(design, { blocks: some(design.blocks), groups: some(design.groups), flows: NONE })
        const read = readClip(clipText(clip))
        expect(read).toEqual({ ok: true, value: clip })
        const pasted = paste(emptyDesign(), clip, by)
        expect(asCopied(applyEdit(emptyDesign(), pasted.edit), pasted.ids, by)).toEqual(clip)
      }),
      { numRuns: 60 },
    )
  })

  test('pasting into the design it comes from touches nothing that was there', () => {
    fc.assert(
      fc.property(wholeDesigns(), design => {
        const clip = clipOf(design, {
          blocks: Object.keys(design.blocks),
          groups: Object.keys(design.groups),
          flows: NONE,
        })
        const after = applyEdit(design, paste(design, clip, { x: 24, y: 24 }).edit)
        expect(after.blocks).toMatchObject(design.blocks)
        expect(Object.keys(after.blocks)).toHaveLength(2 * Object.keys(design.blocks).length)
        expect(Object.keys(after.flows)).toHaveLength(2 * Object.keys(design.flows).length)
      }),
      { numRuns: 40 },
    )
  })

  test('no text throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => typeof readClip(text).ok === 'boolean'),
    )
    fc.assert(fc.property(fc.json(), text => typeof readClip(`{"groundplan":1,"blocks":${text}}`).ok === 'boolean'))
  })
})

const design = sketch`client -request-> ranker; ranker -metric-> drift-monitor`

test('a copy holds the flows among what is selected, and reads like a file', () => {
  const ids = Object.keys(design.blocks)
  const text = clipText(clipOf(design, { blocks: ids.slice(0, 2), groups: [], flows: NONE }))
  expect(text).toMatch(/^\{\n {2}"groundplan": 1,\n {2}"blocks": \{\n/)
  expect(Object.keys(JSON.parse(text))).toEqual(['groundplan', 'blocks', 'flows'])
  expect(Object.keys(JSON.parse(text).flows)).toHaveLength(1)
})

test('a block copied without its room belongs to none', () => {
  const roomed: Design = {
    ...emptyDesign(),
    groups: { serving: { id: 'serving', label: 'Serving', at: { x: 0, y: 0 }, size: { width: 200, height: 200 } } },
    blocks: { rk: { id: 'rk', kind: 'ranker', label: 'Ranker', group: 'serving', at: { x: 8, y: 40 }, props: {} } },
  }
  expect(clipOf(roomed, { blocks: ['rk'], groups: [], flows: NONE }).blocks.rk).not.toHaveProperty('group')
  const whole = clipOf(roomed, { blocks: [], groups: ['serving'], flows: NONE })
  expect([Object.keys(whole.blocks), clipBounds(whole)]).toEqual([['rk'], { x: 0, y: 0, width: 200, height: 200 }])
})

test.each([
  ['{"groundplan": 1, "blocks": {"a": {"kind": "ranker"}}}', 'label'],
  ['{"groundplan": 1, "blocks": {"__proto__": {"kind": "x", "label": "y"}}}', '__proto__'],
  ['{"groundplan": 1, "flows": {"f": {"kind": "data", "source": "a", "target": "b"}}}', 'flows.f'],
  ['{"groundplan": 2, "blocks": {}}', 'schema 2'],
  ['{"groundplan": 1, "blocks": {}, "blocks": {}}', 'blocks'],
  ['{"groundplan": 1, ', 'line 1'],
  ['<script>alert(1)</script>', ''],
  ['[1, 2, 3]', ''],
])('what is no design is refused with a place: %s', (text, where) => {
  const read = readClip(text)
  expect(read.ok).toBe(false)
  expect(read.ok ? '' : firstSentence(read.problems)).toContain(where)
})

test.each([
  ['{"a":1}', 'design'],
  [' [1]', 'design'],
  ['<svg>', 'design'],
  ['client -> ranker', 'plan'],
  ['title "Ads"\nclient -request-> ranker', 'plan'],
  ['Ask the team about drift', 'words'],
  ['[paper](https://example.org) says p99 <3 ms', 'words'],
  ['[ ] ask the team', 'words'],
])('JSON, plan text and words are told apart: %s', (text, sort) => {
  expect(textSort(text)).toBe(sort)
})
