import { expect, test } from 'vitest'
import type { CaseStudy } from '../../../src/ui/start/case-studies'
import type { Family } from '../../../src/ui/start/families'
import { findCases } from '../../../src/ui/start/find-cases'

function study(id: string, title: string, rest: Partial<CaseStudy> = {}): CaseStudy {
  const facts = { title, summary: '', task: '', blocks: 20, target: '', kinds: [] }
  return { ...facts, id, families: ['other'], light: '', dark: '', ...rest }
}

const STUDIES = [
  study('feed', 'Personalised news feed', {
    families: ['recommendation'],
    summary: 'Ranks posts, video among them.',
    kinds: ['candidate-generator', 'feature-store-online', 'ranker'],
  }),
  study('photos', 'Visual search', {
    families: ['search', 'vision'],
    task: 'anomaly-detection',
    kinds: ['ann-index', 'embedding-job'],
  }),
  study('video', 'Video search', { families: ['search', 'vision', 'language'], kinds: ['ann-index', 'ranker'] }),
]

const named = (family: Family | null, query: string) =>
  findCases(STUDIES, family, query).map(({ study: { id }, part }) => (part === null ? id : `${id}: ${part}`))

test.each([
  ['nothing', null, '  ', ['feed', 'photos', 'video']],
  ['words in any order, without accents and capitals', null, 'SEARCH vísual', ['photos']],
  ['a word of the title before one of the summary', null, 'video', ['video', 'feed']],
  ['a family', null, 'language', ['video']],
  ['a task', null, 'anomaly', ['photos']],
  ['a kind of block, which is told', null, 'feature store', ['feed: Online feature store']],
  [
    'another name of a kind',
    null,
    'vector database',
    ['photos: ANN index / vector DB', 'video: ANN index / vector DB'],
  ],
  ['nothing in a family', 'vision', '', ['photos', 'video']],
  ['a kind in a family', 'language', 'ann index', ['video: ANN index / vector DB']],
  ['what no case study has', null, 'blockchain', []],
] as const)('finds the case studies by %s', (_, family, query, found) => {
  expect(named(family, query)).toEqual(found)
})
