import { THIN_SPACE } from '../../kinds/figures'
import { caseFamilies, caseStudies as say } from '../messages/en'
import type { CaseFacts } from './case-card'
import { type Family, familiesOf, placeOf } from './families'

/** A worked design of the gallery. The design itself is read when it is opened. */
export interface CaseStudy extends CaseFacts {
  /** The name of its file, without the ending. */
  readonly id: string
  readonly families: readonly [Family, ...Family[]]
  /** Addresses of its pictures. */
  readonly light: string
  readonly dark: string
}

/** Made from the files by `scripts/case-studies.mjs` when the page is built. */
const CARDS = import.meta.glob<Omit<CaseStudy, 'id' | 'families'>>('../../../templates/*.groundplan.json', {
  query: '?card',
  import: 'default',
  eager: true,
})

/** All case studies in the order of the gallery. */
export const CASE_STUDIES: readonly CaseStudy[] = Object.entries(CARDS)
  .map(([path, card]) => {
    const id = path.replace(/^.*\/|\.groundplan\.json$/g, '')
    return { ...card, id, families: familiesOf(id, card.task) }
  })
  .sort((a, b) => placeOf(a.id) - placeOf(b.id) || a.title.localeCompare(b.title, 'en'))

/** “Ads · 33 blocks · 120 ms”: a line may break between two facts, never between a number and its unit. */
export function factsOf({ families: [family], blocks, target }: CaseStudy): string {
  return [
    caseFamilies[family],
    say.size(blocks),
    ...(target === '' ? [] : [target.replace(THIN_SPACE, '\u202f')]),
  ].join(' · ')
}
