import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Design } from '../../src/model/design'
import { readPlan } from '../../src/plan/read'
import { writePlan } from '../../src/plan/write'
import { designs } from '../arbitraries/design'

/** The design without what plan text never holds: positions, sizes, bends, order. */
function withoutDrawing(design: Design): Design {
  return {
    ...design,
    groups: mapped(design.groups, ({ at: _at, size: _size, order: _order, ...group }) => group),
    blocks: mapped(design.blocks, ({ at: _at, size: _size, order: _order, ...block }) => block),
    flows: mapped(design.flows, ({ bends: _bends, ...flow }) => flow),
  }
}

function mapped<T, U>(rows: Readonly<Record<string, T>>, change: (row: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, change(row)]))
}

/** What a plan says when it is read: its design, which must be there. */
function mustRead(text: string): Design {
  const read = readPlan(text)
  if (!read.ok) throw new Error(`${JSON.stringify(read.problems, null, 1)}\n${text}`)
  return read.value
}

test('any design written and read is the same but for the drawing', () => {
  fc.assert(
    fc.property(designs(), design => {
      const { text, leftOut } = writePlan(design)
      expect(mustRead(text)).toEqual(withoutDrawing(design))
      expect(leftOut.filter(sentence => /property|answer|kind|waiver|id/.test(sentence))).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('what is read and written again is the same, byte for byte', () => {
  fc.assert(
    fc.property(designs(), design => {
      const { text } = writePlan(design)
      expect(writePlan(mustRead(text))).toEqual({ text, leftOut: [] })
    }),
    { numRuns: 200 },
  )
})

test('a written plan holds no character that cannot be seen but line ends', () => {
  fc.assert(
    fc.property(designs(), design => {
      expect(writePlan(design).text).not.toMatch(
        /(?!\n)\p{Cc}|[\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069\u061C]/u,
      )
    }),
    { numRuns: 60 },
  )
})

/** Pieces of plan text in any order: they get further into the reader than any text does. */
const pieces = fc.constantFrom(
  ...['title', 'brief', 'group', 'waive', 'note', 'rk', 'ranker', 'client', '->', '-request->', '-x->', '@rk', '@'],
  ...[
    '{',
    '}',
    ',',
    ';',
    '|',
    '=',
    '"',
    '"a b"',
    'p99Ms=7',
    'owner=',
    'in=g',
    'g',
    'id=rk',
    '#',
    '\n',
    '\r',
    ' ',
    '\t',
  ],
  ...[
    'notes.data="x"',
    'notes=',
    'notes.=',
    '__proto__',
    '__proto__=1',
    'constructor',
    '\u0000',
    '\u2028',
    '\\',
    '\uD800',
  ],
)

/** Either the design or problems that say where they are. */
function isAnswered(text: string): void {
  const read = readPlan(text)
  if (!read.ok) for (const { path } of read.problems) expect(path).toMatch(/^[1-9]\d*:[1-9]\d*$/)
}

test('reading never throws, whatever the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), isAnswered), { numRuns: 500 })
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), some => isAnswered(some.join(' '))),
    { numRuns: 600 },
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), some => isAnswered(some.join(''))),
    { numRuns: 500 },
  )
})

test('reading never throws on a plan that was cut, doubled or overwritten somewhere', () => {
  const mutated = fc
    .tuple(designs(), fc.array(fc.tuple(fc.nat(), fc.nat({ max: 20 }), pieces), { minLength: 1, maxLength: 4 }))
    .map(([design, mutations]) =>
      mutations.reduce((text, [place, length, piece]) => {
        const at = place % (text.length + 1)
        return text.slice(0, at) + piece + text.slice(at + length)
      }, writePlan(design).text),
    )
  fc.assert(fc.property(mutated, isAnswered), { numRuns: 200 })
})

test('a plan that reads can be written, and says the same', () => {
  const plan = fc.array(pieces, { maxLength: 12 }).map(some => some.join(' '))
  fc.assert(
    fc.property(plan, text => {
      const read = readPlan(text)
      if (read.ok) expect(mustRead(writePlan(read.value).text)).toEqual(read.value)
    }),
    { numRuns: 600 },
  )
})
