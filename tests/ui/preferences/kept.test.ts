import { expect, test } from 'vitest'
import { keptInWords } from '../../../src/ui/preferences/kept'

const AND = 'stored on this device, with these preferences. Nothing leaves it but the files that you save.'

test.each([
  [0, 0, `No design is ${AND}`],
  [1, 0, `1 design is ${AND}`],
  [1, 2, `1 design, and 2 in the bin are ${AND}`],
  [12, 0, `12 designs are ${AND}`],
])('%i designs and %i in the bin are told as a sentence', (designs, removed, words) => {
  expect(keptInWords(designs, removed, false)).toBe(words)
})

test('a browser that stores nothing is told of with the way to keep a design', () => {
  expect(keptInWords(0, 0, true)).toBe('This browser refuses to store anything: save a file to keep a design.')
})
