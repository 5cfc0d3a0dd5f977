import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDesign } from '../../src/gate/index'
import { PROBLEM_LIMIT } from '../../src/model/problem'
import { designText } from '../../src/model/text'
import { mutant, randomFrom } from './mutator'

const MUTANTS = 1000
const SEEDS = ['minimal', 'unicode', 'edge', 'full'].map(name =>
  readFileSync(new URL(`../fixtures/schema-1/${name}.groundplan.json`, import.meta.url), 'utf8'),
)
const PLACE = /(?:^|, )line \d+(?:, column \d+)?$/

test('a thousand spoilt files: none throws, each refusal has a line or is about the file, each design saves and opens', () => {
  const lost: unknown[] = []
  for (let seed = 1; seed <= MUTANTS; seed++) {
    const random = randomFrom(seed)
    const text = mutant(SEEDS[seed % SEEDS.length] ?? '', random)
    const read = readDesign(text)
    if (!read.ok) {
      const hasPlaces = read.problems.every(({ path }) => path === '' || PLACE.test(path))
      const isCounted = read.problems.length > 0 && read.problems.length <= PROBLEM_LIMIT
      if (!hasPlaces || !isCounted) lost.push({ seed, problems: read.problems })
      continue
    }
    const saved = designText(read.value)
    const again = readDesign(saved)
    if (!again.ok || designText(again.value) !== saved) lost.push({ seed, again })
  }
  expect(lost).toEqual([])
})
