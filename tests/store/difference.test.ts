import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdit } from '../../src/model/edit'
import { designText } from '../../src/model/text'
import { difference } from '../../src/store/difference'
import { wholeDesigns } from '../arbitraries/whole-design'

test('the difference of two designs turns the one into the other, and is empty between equals', () => {
  fc.assert(
    fc.property(wholeDesigns(), wholeDesigns(), (from, other) => {
      // Fields of another tool that belong to the design as a whole are no record, and no tab edits them.
      const { extra: _, ...to } = other
      const { extra: __, ...start } = from
      expect(designText(applyEdit(start, difference(start, to, 'x')))).toBe(designText(to))
      expect(difference(from, structuredClone(from), 'x').changes).toEqual([])
    }),
    { numRuns: 100 },
  )
})
