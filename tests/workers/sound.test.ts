import { expect, test } from 'vitest'
import type { Json } from '../../src/model/design'
import type { Edit } from '../../src/model/edit'
import { sound } from '../../src/workers/sound'

function placing(to: Json): Edit {
  return { label: 'Tidy', changes: [{ op: 'set', table: 'blocks', id: 'a', path: 'at', to }] }
}

test('an edit whose figures are all finite is handed through as it is', () => {
  const edit = placing({ x: 8, y: -16 })
  expect(sound(edit)).toBe(edit)
})

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%d in a place or a line is refused', x => {
  const message = 'The layout has a figure that is none for blocks a.'
  expect(() => sound(placing({ x, y: 0 }))).toThrow(message)
  expect(() =>
    sound(
      placing([
        { x: 0, y: 0 },
        { x: 0, y: x },
      ]),
    ),
  ).toThrow(message)
})
