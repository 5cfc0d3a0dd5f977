import { expect, test } from 'vitest'
import { type Design, emptyDesign } from '../../src/model/design'
import { type Commit, createDocument } from '../../src/store/document'
import { addBlock, block, cutBlock, designOf, rename } from './samples'

const pair: Design = {
  ...designOf('a', 'b'),
  flows: { 'a-request-b': { id: 'a-request-b', kind: 'request', source: 'a', target: 'b' } },
}

test('an edit is applied, counted and named beside Undo', () => {
  const document = createDocument(designOf('a'))
  expect(document.commit(addBlock('b'), 'user')).toBe(true)
  expect(document.getState()).toEqual({
    design: designOf('a', 'b'),
    revision: 1,
    undoLabel: 'Add b',
    redoLabel: null,
    readOnly: false,
  })
})

test('what an edit breaks is repaired within it, and comes back with one undo', () => {
  const document = createDocument(pair)
  const commits: Commit[] = []
  document.onCommit(commit => commits.push(commit))
  document.commit(cutBlock('a'), 'user')
  expect(document.getState().design).toEqual(designOf('b'))
  document.undo()
  expect(document.getState().design).toEqual(pair)
  expect(commits).toEqual([
    {
      edit: {
        label: 'Remove a',
        changes: [
          { op: 'cut', table: 'blocks', id: 'a' },
          { op: 'cut', table: 'flows', id: 'a-request-b' },
        ],
      },
      origin: 'user',
      revision: 1,
    },
    {
      edit: {
        label: 'Remove a',
        changes: [
          { op: 'put', table: 'flows', id: 'a-request-b', record: pair.flows['a-request-b'] },
          { op: 'put', table: 'blocks', id: 'a', record: block('a') },
        ],
      },
      origin: 'user',
      revision: 2,
    },
  ])
})

test('an edit that changes nothing is no edit', () => {
  const document = createDocument(designOf('a'))
  const before = document.getState()
  expect(document.commit(rename('a', 'a'), 'user')).toBe(false)
  expect(document.commit(rename('gone', 'x'), 'user')).toBe(false)
  expect(document.commit(addBlock('a'), 'system')).toBe(false)
  expect(document.getState()).toBe(before)
})

test('a read-only document refuses the person and takes what the other tab did', () => {
  const document = createDocument(designOf('a'))
  document.setReadOnly(true)
  expect(document.commit(addBlock('b'), 'user')).toBe(false)
  expect(document.undo()).toBe(false)
  expect(document.commit(addBlock('c'), 'tab')).toBe(true)
  document.setReadOnly(false)
  expect(document.commit(addBlock('b'), 'user')).toBe(true)
  expect(Object.keys(document.getState().design.blocks)).toEqual(['a', 'c', 'b'])
})

test('redo is offered after undo and forgotten with the next edit of the person, not with that of another', () => {
  const document = createDocument(emptyDesign())
  document.commit(addBlock('a'), 'user')
  document.undo()
  document.commit(addBlock('b'), 'tab')
  expect(document.getState().redoLabel).toBe('Add a')
  document.commit(addBlock('c'), 'user')
  expect(document.getState().redoLabel).toBe(null)
  expect(document.redo()).toBe(false)
})
