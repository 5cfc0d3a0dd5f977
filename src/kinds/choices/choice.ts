/** One way to decide, at its price. */
export interface Option {
  /** As the property holds it; for a number or a text, as people would call it. */
  readonly value: string
  readonly gains: string
  readonly costs: string
  /** When to take it. */
  readonly when: string
}

/** Where a comparison comes from. A house judgement has no address. */
export interface ChoiceSource {
  readonly title: string
  readonly url?: string
}

/** A decision that a property embodies: its options side by side. */
export interface Choice {
  /** Kinds of block whose property it is; none for an answer of the brief. */
  readonly kinds: readonly string[]
  readonly key: string
  /** What is decided, as a question. */
  readonly question: string
  readonly options: readonly Option[]
  readonly source: readonly ChoiceSource[]
}

export const ROML: ChoiceSource = {
  title: 'Rules of Machine Learning',
  url: 'https://developers.google.com/machine-learning/guides/rules-of-ml',
}
export const TEST_SCORE: ChoiceSource = {
  title: 'The ML Test Score',
  url: 'https://research.google/pubs/pub46555/',
}
export const PATTERNS: ChoiceSource = {
  title: 'ML system design patterns',
  url: 'https://github.com/mercari/ml-system-design-pattern',
}
export const DISCOVERY: ChoiceSource = {
  title: 'System design for recommendations and search',
  url: 'https://eugeneyan.com/writing/system-design-for-discovery/',
}
export const HOUSE: ChoiceSource = { title: 'Groundplan' }
