import { memo } from 'react'
import { THUMBNAIL_SIZE } from '../../drawing/thumbnail'
import { caseStudies as say } from '../messages/en'
import { Keys } from '../parts/Keys'
import styles from './CaseStudies.module.css'
import { type CaseStudy, factsOf } from './case-studies'

interface CaseCardProps {
  readonly study: CaseStudy
  /** The kind of block that the search found in it, where its words say nothing of it. */
  readonly part: string | null
  readonly onOpen: () => void
}

/** One case study: what it looks like from afar, its name and three facts. */
export const CaseCard = memo(function CaseCard({ study, part, onOpen }: CaseCardProps) {
  return (
    <li>
      <button type="button" className={styles.card} data-case={study.id} onClick={onOpen}>
        <span className={styles.picture}>
          <Picture address={study.light} theme="light" />
          <Picture address={study.dark} theme="dark" />
        </span>
        <span className={styles.caption}>
          <strong>{study.title}</strong>
          <small>{part === null ? factsOf(study) : say.has(part)}</small>
        </span>
        <span className={styles.openHint} aria-hidden="true">
          {say.open}
          <Keys of="Enter" />
        </span>
      </button>
    </li>
  )
})

/** A picture that is not shown, because the theme is the other one, is not fetched either: it is lazy. */
function Picture({ address, theme }: { readonly address: string; readonly theme: 'light' | 'dark' }) {
  return <img src={address} alt="" data-for={theme} loading="lazy" draggable={false} {...THUMBNAIL_SIZE} />
}
