/** What a case study is about, in the order of the filters. */
export const FAMILIES = [
  'Recommendation',
  'Search',
  'Ads',
  'Trust and safety',
  'Vision',
  'Language',
  'Marketplaces',
  'Forecasting',
  'Other',
] as const
export type Family = (typeof FAMILIES)[number]

/** The case studies in the order of the gallery. The first family of each is the one that its card names. */
const BY_CASE: Readonly<Record<string, readonly Family[]>> = {
  'personalised-news-feed': ['Recommendation'],
  'ad-click-prediction': ['Ads'],
  'fraud-detection': ['Trust and safety'],
  'visual-search': ['Search', 'Vision'],
  'video-recommendation': ['Recommendation'],
  'harmful-content-detection': ['Trust and safety', 'Language', 'Vision'],
  'rag-question-answering': ['Language', 'Search'],
  'delivery-eta': ['Forecasting', 'Marketplaces'],
  'ecommerce-recommendation': ['Recommendation', 'Marketplaces'],
  'short-video-for-you': ['Recommendation'],
  'video-search': ['Search', 'Vision', 'Language'],
  'similar-listings': ['Recommendation', 'Marketplaces'],
  'people-you-may-know': ['Recommendation'],
  'event-recommendation': ['Recommendation', 'Marketplaces'],
  'street-view-blurring': ['Vision'],
}

/** Where the table above does not know a case study, its ML task tells. */
const BY_TASK: Readonly<Record<string, Family>> = {
  ranking: 'Recommendation',
  recommendation: 'Recommendation',
  retrieval: 'Search',
  detection: 'Vision',
  generation: 'Language',
  translation: 'Language',
  extraction: 'Language',
  regression: 'Forecasting',
  forecasting: 'Forecasting',
  'anomaly-detection': 'Trust and safety',
}

const ORDER = Object.keys(BY_CASE)

/** The families of a case study, at least one; by the name of its file, else by its ML task. */
export function familiesOf(id: string, task: string): readonly [Family, ...Family[]] {
  const [first = 'Other', ...rest] = own(BY_CASE, id) ?? [own(BY_TASK, task) ?? 'Other']
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
