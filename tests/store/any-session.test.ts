import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDesign } from '../../src/gate'
import { type Design, TABLES } from '../../src/model/design'
import type { Edit } from '../../src/model/edit'
import { repair } from '../../src/model/repair'
import { designText } from '../../src/model/text'
import { createDocument } from '../../src/store/document'
import { type Deed, deeds, editOf } from '../arbitraries/deed'
import { designs } from '../arbitraries/design'

/** More of them before a release: `R7_EDIT_RUNS=10000`. */
const RUNS = Number(process.env.R7_EDIT_RUNS ?? 500)

/** A guard against a hang, not a measurement. */
const TIMEOUT_MS = 120_000 + RUNS * 200

type Step = Deed | 'undo' | 'redo' | 'save and open'

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: deeds() },
    { weight: 1, arbitrary: fc.constantFrom<Step>('undo', 'redo', 'save and open') },
  ),
  { minLength: 10, maxLength: 40 },
)

test(
  'whatever is done to a design, it stays whole, is saved and opened alike, and every step goes back and forth',
  () => {
    fc.assert(
      fc.property(designs(), steps, (start, moves) => {
        const design = repair(start)
        let document = createDocument(design)
        // What a person who counts along expects: the texts before and after the present one.
        let [past, future]: [string[], string[]] = [[], []]
        let now = designText(design)
        const turn = (from: string[], to: string[]) => {
          const text = from.pop()
          if (text === undefined) return
          to.push(now)
          now = text
        }
        for (const move of moves) {
          if (move === 'undo') {
            document.undo()
            turn(past, future)
          } else if (move === 'redo') {
            document.redo()
            turn(future, past)
          } else if (move === 'save and open') {
            document = createDocument(opened(now))
            expect(designText(document.getState().design)).toBe(now)
            ;[past, future] = [[], []]
          } else {
            const edit = editOf(document.getState().design, move)
            if (edit && document.commit(edit, 'user')) {
              past.push(now)
              future = []
              now = designText(document.getState().design)
            }
          }
          expect(designText(document.getState().design)).toBe(now)
          expect(flawsOf(document.getState().design)).toBe('')
        }
        expect(designText(opened(now))).toBe(now)
        while (document.undo()) turn(past, future)
        expect(designText(document.getState().design)).toBe(now)
        expect(past).toEqual([])
        while (document.redo()) turn(future, past)
        expect(designText(document.getState().design)).toBe(now)
        expect(future).toEqual([])
      }),
      { numRuns: RUNS },
    )
  },
  TIMEOUT_MS,
)

test(
  'no deed leaves anything to repair: each edit is whole by itself',
  () => {
    fc.assert(
      fc.property(designs(), fc.array(deeds(), { maxLength: 20 }), (start, moves) => {
        const document = createDocument(repair(start))
        for (const move of moves) {
          const edit = editOf(document.getState().design, move)
          if (!edit) continue
          let asMeant: Edit | null = null
          const end = document.onCommit(commit => {
            asMeant = commit.edit
          })
          document.commit(edit, 'user')
          end()
          if (asMeant) expect(asMeant).toEqual(edit)
        }
      }),
      { numRuns: RUNS / 5 },
    )
  },
  TIMEOUT_MS,
)

/** The design that a file with this text holds. */
function opened(text: string): Design {
  const read = readDesign(text)
  if (!read.ok) throw new Error(read.problems.map(({ path, message }) => `${path}: ${message}`).join('; '))
  return read.value
}

/** What is wrong with a design: a flow without its ends or a ring of rooms, an id used twice, a number that is none. */
function flawsOf(design: Design): string {
  const ids = TABLES.flatMap(table => (table === 'about' || table === 'brief' ? [] : Object.keys(design[table])))
  return [
    ...(repair(design) === design ? [] : ['has something to repair']),
    ...(ids.length === new Set(ids).size ? [] : ['has an id twice']),
    ...(numbersIn(design).every(Number.isFinite) ? [] : ['has a number that is none']),
  ].join(', ')
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}
