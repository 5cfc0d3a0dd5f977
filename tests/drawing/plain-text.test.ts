import { expect, test } from 'vitest'
import { plainText } from '../../src/drawing/plain-text'

test.each([
  ['Seven days, by *advertiser*.', 'Seven days, by advertiser.'],
  ['**2 h**, __late__, _soon_, `p99`', '2 h, late, soon, p99'],
  ['# Title\n> quoted\n- one\n  * two', 'Title\nquoted\n• one\n  • two'],
  ['[docs](https://example.org/a_b) and ![chart](c.png)', 'docs and chart'],
  ['2 * 3 * 4, snake_case_name, a**b', '2 * 3 * 4, snake_case_name, a**b'],
])('%j reads as %j', (markdown, text) => {
  expect(plainText(markdown)).toBe(text)
})
