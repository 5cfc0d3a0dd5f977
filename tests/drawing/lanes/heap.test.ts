import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHeap } from '../../../src/drawing/lanes/heap'

test('a heap gives back what was pushed, smallest key first, and -1 when it is empty', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), keys => {
      const heap = createHeap()
      for (const [value, key] of keys.entries()) heap.push(key, value)
      const popped = keys.map(() => keys[heap.pop()])
      expect([popped, heap.pop()]).toEqual([[...keys].sort((a, b) => a - b), -1])
    }),
  )
})

test('a cleared heap is empty', () => {
  const heap = createHeap()
  heap.push(1, 7)
  heap.clear()
  expect(heap.pop()).toBe(-1)
})
