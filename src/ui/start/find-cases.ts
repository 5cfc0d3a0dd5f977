import { kindOf } from '../../kinds/index'
import { fold, wordsOf } from '../find/fold'
import { caseFamilies } from '../messages/en'
import type { CaseStudy } from './case-studies'
import type { Family } from './families'

/** A case study that a search found. */
export interface FoundCase {
  readonly study: CaseStudy
  /** The kind of block that holds the words, where nothing else of the case study does: “Ranker”. */
  readonly part: string | null
}

/**
 * The case studies of a family (null: of all) that hold every word of the query in their title, family, task, summary or
 * in the kinds of their blocks. Titles come first; else the order stays.
 */
export function findCases(studies: readonly CaseStudy[], family: Family | null, query: string): FoundCase[] {
  const words = wordsOf(query)
  const found = studies
    .filter(({ families }) => family === null || families.includes(family))
    .flatMap(study => {
      const hit = hitIn(study, words)
      return hit ? [hit] : []
    })
  return found.sort((a, b) => a.rank - b.rank)
}

function hitIn(study: CaseStudy, words: readonly string[]): (FoundCase & { readonly rank: number }) | null {
  const { title, families, task, summary, kinds } = study
  if (doesHold(title, words)) return { study, part: null, rank: 0 }
  if (doesHold([title, ...families.map(family => caseFamilies[family]), task, summary].join(' '), words))
    return { study, part: null, rank: 1 }
  const part = kinds.map(kindOf).find(kind => doesHold(wordsOfKind(kind), words))
  return part ? { study, part: part.name, rank: 2 } : null
}

function wordsOfKind({ name, aliases = [], presets = [] }: ReturnType<typeof kindOf>): string {
  return [name, ...aliases, ...presets.map(preset => preset.name)].join(' ')
}

function doesHold(text: string, words: readonly string[]): boolean {
  const folded = fold(text)
  return words.every(word => folded.includes(word))
}
