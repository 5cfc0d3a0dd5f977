/** One way to decide, at its price. */
export interface Option {
  /** As the property holds it; of a number, what people call that size ("hourly"). */
  readonly value: string
  readonly gains: string
  readonly costs: string
  /** When to take it. */
  readonly when: string
  /** Of a number: what choosing it writes, in the unit of the property. Absent: it is no value of that property. */
  readonly sets?: number
  /** Of a number: the largest value that still counts as this option. Absent at the last, which has no end. */
  readonly upTo?: number
}

/** Where a comparison comes from. A house judgement has no address. */
export interface ChoiceSource {
  readonly title: string
  readonly url?: string
}

/** A decision that a property embodies: its options side by side; of a number, the smallest first. */
export interface Choice {
  /** Kinds of block whose property it is; none for an answer of the brief. */
  readonly kinds: readonly string[]
  readonly key: string
  /** What is decided, as a question. */
  readonly question: string
  readonly options: readonly Option[]
  readonly source: readonly ChoiceSource[]
}

export const HOUSE: ChoiceSource = { title: 'Groundplan, house judgement' }

export const DISCOVERY: ChoiceSource = {
  title: 'System design for recommendations and search',
  url: 'https://eugeneyan.com/writing/system-design-for-discovery/',
}

/** Rules of Machine Learning (Zinkevich), by rule number. */
export function rulesOfMl(...numbers: readonly number[]): ChoiceSource {
  const rules = numbers.length === 1 ? `Rule ${numbers[0]}` : `Rules ${numbers.join(' and ')}`
  return {
    title: `Rules of Machine Learning, ${rules}`,
    url: 'https://developers.google.com/machine-learning/guides/rules-of-ml',
  }
}

/** Mercari's collection of patterns for ML systems. */
export function systemPattern(pattern: string): ChoiceSource {
  return {
    title: `ML system design patterns: ${pattern}`,
    url: 'https://github.com/mercari/ml-system-design-pattern',
  }
}

/** A paper or preprint of arXiv. */
export function paper(title: string, id: string): ChoiceSource {
  return { title, url: `https://arxiv.org/abs/${id}` }
}
