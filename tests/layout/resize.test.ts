import { expect, test } from 'vitest'
import { resizedBy, resizedTo } from '../../src/layout/resize'
import { applyEdit } from '../../src/model/edit'
import { at, designOf } from '../drawing/designs'

const design = designOf(
  [
    at('in', 40, 80, { group: 'room' }),
    at('free', 296, 80),
    at('note', 0, 400, { kind: 'note', size: { width: 168, height: 64 } }),
  ],
  [],
  [{ id: 'room', at: { x: 6, y: 6 }, size: { width: 240, height: 200 } }],
)

test('a room grows by its right and lower edge, and takes in what comes to lie in it', () => {
  const edit = resizedTo(design, 'room', { x: 6, y: 6, width: 480, height: 200 })
  const after = edit && applyEdit(design, edit)
  expect(after?.groups.room?.size).toEqual({ width: 480, height: 200 })
  expect(after?.blocks.free?.group).toBe('room')
})

test('a room gets no smaller than what it holds, and at its limit nothing changes', () => {
  const edit = resizedBy(design, 'room', { width: -160, height: 0 })
  const after = edit && applyEdit(design, edit)
  expect(after?.groups.room?.size).toEqual({ width: 204, height: 200 })
  expect(after && resizedBy(after, 'room', { width: -8, height: 0 })?.changes).toEqual([])
})

test('a note keeps its least size, and a block has none of its own', () => {
  const edit = resizedBy(design, 'note', { width: -160, height: -80 })
  expect(edit && applyEdit(design, edit).blocks.note?.size).toEqual({ width: 64, height: 32 })
  expect(resizedBy(design, 'in', { width: 8, height: 0 })).toBeNull()
})
