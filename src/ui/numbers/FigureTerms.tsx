import type { Figure, Place, Term } from '../../budget/figure'
import { formatNumber } from '../../kinds/figures'
import { goToPlace, placeName } from '../commands/places'
import { figureTerms as say } from '../messages/en'
import { useDesign, useSession } from '../session/hooks'
import styles from './FigureTerms.module.css'

/** A number with the terms it was computed from; a press on a term leads to where it is set. */
export function FigureTerms({ title, figure }: { readonly title: string; readonly figure: Figure }) {
  return (
    <section className={styles.figure} aria-label={title}>
      <p className={styles.title}>
        {title}
        <b>{formatNumber(figure.value, figure.unit)}</b>
      </p>
      {figure.terms.length > 0 && (
        <ul>
          {figure.terms.map((term, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: terms have no id, and the same one may come twice
            <TermRow key={`${index} ${term.label}`} term={term} />
          ))}
        </ul>
      )}
      <p className={styles.formula}>{figure.formula}</p>
    </section>
  )
}

function TermRow({ term }: { readonly term: Term }) {
  const session = useSession()
  const { at, label, value, unit, isAssumed } = term
  const text = (
    <>
      <span>{label || say.unnamed}</span>
      {isAssumed && <small>{say.assumed}</small>}
      <b>{formatNumber(value, unit)}</b>
    </>
  )
  return (
    <li>
      {at ? (
        <button type="button" className={styles.term} onClick={() => goToPlace(session, at)}>
          {text}
        </button>
      ) : (
        <span className={styles.term}>{text}</span>
      )}
    </li>
  )
}

/** What to fill in before a number can be worked out, each with the way there. */
export function MissingPlaces({ lead, places }: { readonly lead: string; readonly places: readonly Place[] }) {
  const session = useSession()
  const names = useDesign(design => places.map(place => placeName(design, place)).join('\n')).split('\n')
  if (places.length === 0) return null
  return (
    <section className={styles.figure}>
      <p>{lead}</p>
      <ul>
        {places.map((place, index) => (
          <li key={names[index]}>
            <button type="button" className={styles.term} onClick={() => goToPlace(session, place)}>
              <span>{names[index]}</span>
              <small>{say.fillIn}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
