import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ellipsize, type Font, measure, wrap } from '../../src/drawing/text'
import { texts } from '../arbitraries/whole-design'

const NAME: Font = { size: 13, weight: 600 }

test('widths are those of Inter in a browser, kerning aside', () => {
  // Measured with canvas measureText at 600 13px Inter, with kerning.
  const measured = { 'Feature store': 82.97, 'Training set': 73.89, 'Mobile app': 69.48, Engagement: 79.17 }
  for (const [text, width] of Object.entries(measured))
    expect(Math.abs(measure(text, NAME) / width - 1)).toBeLessThan(0.015)
})

test('heavier is wider, figures of a table are all alike, and marks take no room', () => {
  const regular: Font = { size: 100, weight: 400 }
  expect(measure('Ranker', { ...regular, weight: 600 })).toBeGreaterThan(measure('Ranker', regular))
  expect(measure('111', { ...regular, isTabular: true })).toBe(measure('888', { ...regular, isTabular: true }))
  expect(measure('e\u0301', regular)).toBe(measure('e', regular))
})

test('scripts that Inter lacks are estimated, wide ones as squares', () => {
  expect(measure('推薦', { size: 10, weight: 400 })).toBe(20)
  expect(measure('देव', { size: 10, weight: 400 })).toBe(12)
})

test('a name breaks between words', () => {
  expect(wrap('Engagement events of all', 112, NAME, 2)).toEqual(['Engagement', 'events of all'])
})

test('only past the last line is there an ellipsis', () => {
  expect(wrap('Candidate generation for the home feed', 112, NAME, 2)).toEqual(['Candidate', 'generation for t…'])
  expect(wrap('Candidate generation', 112, NAME, 2)).toEqual(['Candidate', 'generation'])
})

test('a long word breaks after a joint, or where it must', () => {
  expect(wrap('feature-store-offline-backfill', 112, NAME, 3)).toEqual(['feature-store-', 'offline-backfill'])
  expect(wrap('Donaudampfschifffahrt', 112, NAME, 2)).toEqual(['Donaudampfschi', 'fffahrt'])
})

test('line ends of a text are kept, and an empty text has no lines', () => {
  expect(wrap('one\ntwo', 200, NAME, 3)).toEqual(['one', 'two'])
  expect(wrap(' \n ', 200, NAME, 3)).toEqual([])
})

test('a text is cut between whole characters', () => {
  expect(ellipsize('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 70, NAME)).toBe('👩‍👩‍👧‍👦…')
  expect(ellipsize('Ranker', 0, NAME)).toBe('…')
})

test('no line is wider than asked, and nothing is lost before the ellipsis', () => {
  fc.assert(
    fc.property(fc.array(texts(), { maxLength: 5 }), fc.integer({ min: 40, max: 200 }), (words, width) => {
      const text = words.join(' ')
      const lines = wrap(text, width, NAME, 3)
      expect(lines.length).toBeLessThanOrEqual(3)
      expect(lines.filter(line => measure(line, NAME) > width + 0.001 && isMany(line))).toEqual([])
      if (!lines.at(-1)?.endsWith('…')) expect(lettersOf(lines.join(''))).toBe(lettersOf(text))
    }),
  )
})

/** A single character may be wider than the line; it stands alone then. */
function isMany(line: string): boolean {
  return [...new Intl.Segmenter().segment(line)].length > 1
}

function lettersOf(text: string): string {
  return text.replace(/\s+/g, '')
}
