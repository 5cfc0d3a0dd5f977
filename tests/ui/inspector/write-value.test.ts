import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BRIEF_FIELDS } from '../../../src/kinds/brief'
import { commonFields, KINDS } from '../../../src/kinds/index'
import { readValue } from '../../../src/kinds/read-value'
import { writeValue } from '../../../src/ui/inspector/write-value'

test.each([
  [300_000_000, '300 M'],
  [2_100_000_000, '2.1 B'],
  [1e12, '1 T'],
  [45_000, '45 000'],
  [12_345_678, '12 345 678'],
  [1200, '1200'],
  [0.05, '0.05'],
  [true, 'yes'],
  [['a', 'b'], 'a; b'],
])('%j is written %s', (value, text) => {
  expect(writeValue(value)).toBe(text)
})

test('in a field of bytes a letter would be a unit: digits stay', () => {
  expect(writeValue(5_000_000, { unit: 'GB' })).toBe('5 000 000')
})

test('what a field of a number shows is read back as the same number', () => {
  const fields = [...BRIEF_FIELDS, ...commonFields, ...KINDS.flatMap(kind => kind.fields)].filter(
    field => field.type === 'number',
  )
  const amounts = fc.oneof(
    fc.nat(),
    fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
    fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 15 })).map(([n, zeros]) => n * 10 ** zeros),
  )
  fc.assert(
    fc.property(fc.constantFrom(...fields), amounts, (field, value) => {
      expect(readValue(field, writeValue(value, field))).toEqual({ ok: true, value })
    }),
  )
})
