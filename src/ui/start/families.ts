/** What a case study is about, in the order of the filters. */
export const FAMILIES = [
  'recommendation',
  'search',
  'ads',
  'trust',
  'vision',
  'language',
  'marketplaces',
  'forecasting',
  'other',
] as const
export type Family = (typeof FAMILIES)[number]

/** The case studies in the order of the gallery. The first family of each is the one that its card names. */
const BY_CASE: Readonly<Record<string, readonly Family[]>> = {
  'personalised-news-feed': ['recommendation'],
  'ad-click-prediction': ['ads'],
  'fraud-detection': ['trust'],
  'visual-search': ['search', 'vision'],
  'video-recommendation': ['recommendation'],
  'harmful-content-detection': ['trust', 'language', 'vision'],
  'rag-question-answering': ['language', 'search'],
  'delivery-eta': ['forecasting', 'marketplaces'],
  'ecommerce-recommendation': ['recommendation', 'marketplaces'],
  'short-video-for-you': ['recommendation'],
  'video-search': ['search', 'vision', 'language'],
  'similar-listings': ['recommendation', 'marketplaces'],
  'people-you-may-know': ['recommendation'],
  'event-recommendation': ['recommendation', 'marketplaces'],
  'street-view-blurring': ['vision'],
}

/** Where the table above does not know a case study, its ML task tells. */
const BY_TASK: Readonly<Record<string, Family>> = {
  ranking: 'recommendation',
  recommendation: 'recommendation',
  retrieval: 'search',
  detection: 'vision',
  generation: 'language',
  translation: 'language',
  extraction: 'language',
  regression: 'forecasting',
  forecasting: 'forecasting',
  'anomaly-detection': 'trust',
}

const ORDER = Object.keys(BY_CASE)

/** The families of a case study, at least one; by the name of its file, else by its ML task. */
export function familiesOf(id: string, task: string): readonly [Family, ...Family[]] {
  const [first = 'other', ...rest] = own(BY_CASE, id) ?? [own(BY_TASK, task) ?? 'other']
  return [first, ...rest]
}

/** Where a case study stands in the gallery: those that the table does not know come last. */
export function placeOf(id: string): number {
  const place = ORDER.indexOf(id)
  return place < 0 ? ORDER.length : place
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
