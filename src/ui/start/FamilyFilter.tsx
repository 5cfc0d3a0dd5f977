import { caseFamilies, caseStudies as say } from '../messages/en'
import styles from './CaseStudies.module.css'
import { CASE_STUDIES } from './case-studies'
import { FAMILIES, type Family } from './families'

const PRESENT = FAMILIES.filter(family => CASE_STUDIES.some(({ families }) => families.includes(family)))

interface FamilyFilterProps {
  /** Null: all. */
  readonly chosen: Family | null
  readonly onChoose: (family: Family | null) => void
}

/** The families that there are case studies of, as one choice: the arrow keys go through them. */
export function FamilyFilter({ chosen, onChoose }: FamilyFilterProps) {
  return (
    <fieldset className={styles.families}>
      <legend className="visually-hidden">{say.family}</legend>
      {[null, ...PRESENT].map(family => (
        <label key={family ?? 'all'} className={styles.family} data-on={family === chosen}>
          <input
            type="radio"
            name="family"
            className="visually-hidden"
            checked={family === chosen}
            onChange={() => onChoose(family)}
          />
          {family ? caseFamilies[family] : say.all(<b key="count">{CASE_STUDIES.length}</b>)}
        </label>
      ))}
    </fieldset>
  )
}
