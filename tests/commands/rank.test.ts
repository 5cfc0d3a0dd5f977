import { expect, test } from 'vitest'
import type { Entry } from '../../src/ui/command-palette/entry'
import { rank } from '../../src/ui/command-palette/rank'

const entry = (id: string, section: string, name: string, more: Partial<Entry> = {}): Entry => ({
  id,
  section,
  name,
  run: () => {},
  ...more,
})

const ENTRIES = [
  entry('tidy', 'Commands', 'Tidy layout'),
  entry('fit', 'Commands', 'Fit the design'),
  entry('undo', 'Commands', 'Undo Move 3 blocks'),
  entry('cache', 'Add a block', 'Cache', { words: 'redis memcached', detail: 'Serve' }),
  entry('retrieval', 'Add a block', 'Candidate retrieval', { words: 'candidate generator two tower' }),
  entry('ranker', 'Add a block', 'Ranker', { words: 'scoring' }),
  entry('reranker', 'Add a block', 'Re-ranker'),
  entry('block', 'Blocks of this design', 'Präfixsuche'),
]

/** Ids under their headings, in the order of the list. */
const found = (query: string, lastRun: readonly string[] = []) =>
  rank(ENTRIES, query, lastRun).map(({ name, entries }) => [name, ...entries.map(one => one.id)])

test('without a query everything comes in its order', () => {
  expect(found('')).toEqual([
    ['Commands', 'tidy', 'fit', 'undo'],
    ['Add a block', 'cache', 'retrieval', 'ranker', 'reranker'],
    ['Blocks of this design', 'block'],
  ])
})

test('what was last run leads, newest first, and stands there alone; what is gone is passed over', () => {
  expect(found('', ['cache', 'gone', 'fit'])).toEqual([
    ['Last used', 'cache', 'fit'],
    ['Commands', 'tidy', 'undo'],
    ['Add a block', 'retrieval', 'ranker', 'reranker'],
    ['Blocks of this design', 'block'],
  ])
})

test('a name that begins with the word comes before one that only holds it', () => {
  expect(found('rank')).toEqual([['Add a block', 'ranker', 'reranker']])
})

test('the heading of an entry and its name are found together', () => {
  expect(found('add ca')).toEqual([['Add a block', 'cache', 'retrieval']])
})

test('every word must be found', () => {
  expect(found('tidy cache')).toEqual([])
})

test('other words of an entry find it', () => {
  expect(found('redis')).toEqual([['Add a block', 'cache']])
  expect(found('serve')).toEqual([['Add a block', 'cache']])
})

test('of other words two letters must be all', () => {
  expect(found('re')).toEqual([['Add a block', 'reranker', 'retrieval']])
  const preset = entry('on', 'Commands', 'Turn it on', { words: 'on or off' })
  expect(rank([preset], 'on or off', [])).toEqual([{ name: 'Commands', entries: [preset] }])
})

test('accents and case do not count, in the query nor in the name', () => {
  expect(found('PRAFIX')).toEqual([['Blocks of this design', 'block']])
  expect(found('càche')).toEqual([['Add a block', 'cache']])
})

test('the beginnings of words find a name', () => {
  expect(found('tl')).toEqual([['Commands', 'tidy']])
  expect(found('canret')).toEqual([['Add a block', 'retrieval']])
})

test.each([
  ['one letter more', 'cacche', 'cache'],
  ['one letter less', 'rnker', 'ranker'],
  ['one letter other', 'renker', 'ranker'],
  ['two letters that changed places', 'cahce', 'cache'],
])('%s is forgiven', (_, query, id) => {
  expect(found(query)[0]?.slice(1)).toContain(id)
})

test('two slips are not', () => {
  expect(found('rnkre')).toEqual([])
})

test('of entries that match alike the one run last leads; a better match still comes first', () => {
  const cards = [entry('a', 'Commands', 'Zoom in'), entry('b', 'Commands', 'Zoom to')]
  const ids = (lastRun: readonly string[]) => rank(cards, 'zoom', lastRun)[0]?.entries.map(one => one.id)
  expect([ids([]), ids(['b'])]).toEqual([
    ['a', 'b'],
    ['b', 'a'],
  ])
  expect(found('rank', ['reranker'])).toEqual([['Add a block', 'ranker', 'reranker']])
})

test('one heading shows fifty entries at most', () => {
  const many = Array.from({ length: 80 }, (_, index) => entry(`n${index}`, 'Blocks of this design', `Block ${index}`))
  expect(rank(many, 'block', [])[0]?.entries).toHaveLength(50)
})
