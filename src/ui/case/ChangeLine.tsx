import type { ReactNode } from 'react'
import { caseChanges as say } from '../messages/en'
import type { IconName } from '../parts/chrome-icons'
import { Icon } from '../parts/Icon'
import styles from './Changes.module.css'
import type { Change, ChangePlace } from './changes'
import type { FieldChange } from './field-change'

const MARKS: Readonly<Record<Change['deed'], IconName>> = { added: 'plus', changed: 'pencil', removed: 'minus' }

interface ChangeLineProps {
  readonly change: Change
  readonly onShow: (place: ChangePlace) => void
}

/** One change: what was done to what, and field by field what it says now. What is gone leads nowhere. */
export function ChangeLine({ change, onShow }: ChangeLineProps) {
  const { place, deed } = change
  return (
    <li data-change={change.key} data-deed={deed}>
      {place ? (
        <button type="button" className={styles.line} onClick={() => onShow(place)}>
          <Content change={change} />
        </button>
      ) : (
        <div className={styles.line}>
          <Content change={change} />
        </div>
      )}
    </li>
  )
}

function Content({ change: { deed, name, detail, icon, step, fields } }: { readonly change: Change }): ReactNode {
  return (
    <>
      <span className={styles.mark} title={say.deeds[deed]}>
        <Icon name={MARKS[deed]} size={14} />
        <span className="visually-hidden">{say.deedBefore(say.deeds[deed])}</span>
      </span>
      <span className={styles.tile} data-step={step ?? 'diagram'}>
        <Icon name={icon} size={15} />
      </span>
      <span className={styles.name}>
        <bdi>{name}</bdi> {detail && <small>{detail}</small>}
      </span>
      {fields.map(field => (
        <Field key={field.name} field={field} />
      ))}
    </>
  )
}

function Field({ field: { name, before, after } }: { readonly field: FieldChange }) {
  return (
    <span className={styles.field}>
      {name && <span>{name}</span>}
      <del>
        <span className="visually-hidden">{say.was}</span>
        {before ?? say.notSet}
      </del>
      <Icon name="arrow-right" size={12} />
      <ins>
        <span className="visually-hidden">{say.now}</span>
        {after ?? say.notSet}
      </ins>
    </span>
  )
}
