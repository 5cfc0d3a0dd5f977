import { useEffect, useState } from 'react'
import { documents } from '../documents'
import { goToDesign } from '../navigation'
import { type CaseStudy, readCaseStudies } from './case-studies'
import styles from './StartScreen.module.css'
import { Thumbnail } from './Thumbnail'

/** The case studies: complete designs that open as a copy. */
export function CaseStudies() {
  const [studies, setStudies] = useState<readonly CaseStudy[]>([])
  useEffect(() => {
    let isGone = false
    void readCaseStudies().then(all => !isGone && setStudies(all))
    return () => {
      isGone = true
    }
  }, [])
  const open = async (study: CaseStudy) => {
    const opened = await documents.create(study.design)
    goToDesign(opened.id)
  }
  return (
    <>
      <div className={styles.head}>
        <h1>Case studies</h1>
        <p>Complete designs to open, take apart and make your own.</p>
      </div>
      <ul className={styles.cards}>
        {studies.map(study => (
          <li key={study.id}>
            <button type="button" className={styles.card} data-case={study.id} onClick={() => void open(study)}>
              <Thumbnail className={styles.picture} design={study.design} />
              <span className={styles.caption}>
                <strong>{study.title}</strong>
                <small>{study.facts}</small>
              </span>
              <span className={styles.openHint} aria-hidden="true">
                Open
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
