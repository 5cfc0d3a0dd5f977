import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdit } from '../../src/model/edit'
import { repair } from '../../src/model/repair'
import { designText } from '../../src/model/text'
import { createDocument } from '../../src/store/document'
import { edits } from '../arbitraries/edit'
import { wholeDesigns } from '../arbitraries/whole-design'
import { addBlock, block, designOf, rename } from './samples'

const session = wholeDesigns().chain(design =>
  fc.record({ design: fc.constant(repair(design)), steps: fc.array(edits(design), { maxLength: 12 }) }),
)

test('undoing everything gives the first design, redoing everything the last, byte by byte', () => {
  fc.assert(
    fc.property(session, ({ design, steps }) => {
      const document = createDocument(design)
      for (const edit of steps) document.commit(edit, 'user')
      const last = document.getState().design
      while (document.undo());
      expect(designText(document.getState().design)).toBe(designText(design))
      while (document.redo());
      expect(designText(document.getState().design)).toBe(designText(last))
    }),
    { numRuns: 100 },
  )
})

test('undo and redo at any moment leave a design without dangling flows and rings', () => {
  const walk = fc.array(fc.constantFrom('undo', 'redo', 'edit'), { maxLength: 30 })
  fc.assert(
    fc.property(session, walk, ({ design, steps }, moves) => {
      const document = createDocument(design)
      const left = [...steps]
      for (const move of moves) {
        if (move === 'edit') document.commit(left.shift() ?? rename('a', 'x'), 'user')
        else document[move]()
        expect(repair(document.getState().design)).toBe(document.getState().design)
      }
    }),
    { numRuns: 100 },
  )
})

test('undo takes back the own edits alone and keeps what others did meanwhile', () => {
  const others = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(session, others, ({ design, steps }, turns) => {
      const document = createDocument(design)
      let theirs = design
      const left = [...steps]
      for (const [index, turn] of turns.entries()) {
        const mine = left.shift()
        if (mine) document.commit(mine, 'user')
        const edit = addBlock(`theirs-${turn}`, `by them, ${index}`)
        document.commit(edit, 'tab')
        theirs = applyEdit(theirs, edit)
      }
      while (document.undo());
      expect(designText(document.getState().design)).toBe(designText(theirs))
    }),
    { numRuns: 100 },
  )
})

test('a step that would change nothing any more is passed over', () => {
  const document = createDocument(designOf('a', 'b'))
  document.commit(rename('a', 'Ranker'), 'user')
  document.commit(rename('b', 'Cache'), 'user')
  document.commit({ label: 'Remove', changes: [{ op: 'cut', table: 'blocks', id: 'b' }] }, 'tab')
  expect(document.undo()).toBe(true)
  expect(document.getState().design).toEqual(designOf('a'))
  expect(document.undo()).toBe(false)
})

test('a burst of typing is one step, and what is typed after an undo is another', () => {
  const document = createDocument(designOf('a'))
  const type = (text: string) => document.commit(rename('a', text), 'user', { merge: 'typing-1' })
  for (const text of ['R', 'Ra', 'Ran']) type(text)
  document.commit(rename('a', 'Rank'), 'user', { merge: 'typing-2' })
  type('Ranker')
  const labels = []
  do labels.push(document.getState().design.blocks.a?.label)
  while (document.undo())
  expect(labels).toEqual(['Ranker', 'Rank', 'Ran', 'a'])
  document.redo()
  document.undo()
  type('T')
  expect(document.undo()).toBe(true)
  expect(document.getState().design).toEqual(designOf('a'))
})

test('a gesture of several kinds of edit is one step', () => {
  const document = createDocument(designOf('a'))
  document.commit(addBlock('b'), 'user', { merge: 'gesture' })
  document.commit(rename('b', 'Cache'), 'user', { merge: 'gesture' })
  document.commit(rename('a', 'Ranker'), 'user', { merge: 'gesture' })
  expect(document.getState().undoLabel).toBe('Rename a')
  document.undo()
  expect(document.getState().design).toEqual(designOf('a'))
})

test('only the newest steps are kept', () => {
  const document = createDocument(designOf('a'), { historyLimit: 2 })
  for (const label of ['1', '2', '3']) document.commit(rename('a', label), 'user')
  while (document.undo());
  expect(document.getState().design.blocks.a?.label).toBe('1')
})

test('where another tab wrote over what the person did, undo leaves it alone', () => {
  const document = createDocument(designOf('a', 'b'))
  document.commit(
    { label: 'Rename both', changes: [...rename('a', 'mine').changes, ...rename('b', 'mine').changes] },
    'user',
  )
  document.commit(rename('a', 'theirs'), 'tab')
  expect(document.undo()).toBe(true)
  expect(document.getState().design).toEqual({ ...designOf('a', 'b'), ...labelled({ a: 'theirs', b: 'b' }) })
  document.commit(rename('b', 'theirs'), 'tab')
  expect(document.redo()).toBe(false)
})

test('a record that the person made goes with all that others did to it, and comes back with it', () => {
  const document = createDocument(designOf('a'))
  document.commit(addBlock('b'), 'user')
  document.commit(rename('b', 'theirs'), 'tab')
  document.undo()
  expect(document.getState().design).toEqual(designOf('a'))
  document.redo()
  expect(document.getState().design).toEqual({ ...designOf('a', 'b'), ...labelled({ a: 'a', b: 'theirs' }) })
})

test("undo shows another tab's edit that came to stand before the own ones", () => {
  const document = createDocument(designOf('a'))
  document.commit(rename('a', 'first'), 'user')
  document.commit(rename('a', 'second'), 'user')
  const beneath = { ...designOf('a'), ...labelled({ a: 'theirs' }) }
  document.follow(document.getState().design, [{ edit: rename('a', 'theirs'), beneath, revision: 2 }])
  expect(document.getState().design.blocks.a?.label).toBe('second')
  document.undo()
  expect(document.getState().design).toEqual(beneath)
  expect(document.undo()).toBe(false)
})

function labelled(labels: Readonly<Record<string, string>>) {
  return { blocks: Object.fromEntries(Object.entries(labels).map(([id, label]) => [id, block(id, label)])) }
}
