import { type Figure, isMissing, type Place, type Term } from '../../budget/figure'
import { loadOfUsers, type UserLoad } from '../../budget/peak'
import { briefField } from '../../kinds/brief'
import { formatNumber } from '../../kinds/figures'
import { setBrief } from '../../model/brief'
import { goToPlace } from '../commands/places'
import { scaleCalculator as say } from '../messages/en'
import { Button } from '../parts/Button'
import { useDesign, useSession } from '../session/hooks'
import styles from './ScaleCalculator.module.css'

/** The peak load that the users of the brief make, as arithmetic, and one press to set it; or what it needs first. */
export function ScaleCalculator() {
  const brief = useDesign(design => design.brief.design)
  const load = loadOfUsers(brief)
  return (
    <div className={styles.calculator} role="group" aria-label={say.title}>
      {isMissing(load) ? <Missing places={load.missing} /> : <Load load={load} set={brief.peakQps} />}
    </div>
  )
}

interface LoadProps {
  readonly load: UserLoad
  readonly set: unknown
}

function Load({ load: { mean, peak }, set }: LoadProps) {
  const session = useSession()
  const [users, requests] = mean.terms
  const factor = peak.terms.at(-1)
  // Three digits: the users are a rough count.
  const qps = Number(peak.value.toPrecision(3))
  const isSet = set === qps
  return (
    <>
      <p>{say.mean(termText(users), termText(requests))}</p>
      <p>{say.onAverage(perSecond(mean))}</p>
      <p>{say.peak(termText(factor), factor?.isAssumed === true, <b key="load">{perSecond(peak)}</b>)}</p>
      <Button
        look="secondary"
        size="small"
        // Not disabled: the press that sets it would take the cursor out of the panel.
        aria-disabled={isSet}
        {...(isSet ? { icon: 'check' as const } : {})}
        onClick={() => isSet || session.commit({ ...setBrief('peakQps', qps), label: say.change })}
      >
        {(isSet ? say.uses : say.use)(formatNumber(qps))}
      </Button>
    </>
  )
}

/** The arithmetic with its gaps: a press on one leads to where it is filled in. */
function Missing({ places }: { readonly places: readonly Place[] }) {
  const session = useSession()
  const brief = useDesign(design => design.brief.design)
  const term = (key: string) => {
    const field = briefField(key)
    const value = brief[key]
    if (typeof value === 'number' && !places.some(place => 'brief' in place && place.brief === key))
      return formatNumber(value, field?.unit)
    return (
      <button key={key} type="button" onClick={() => goToPlace(session, { brief: key })}>
        {field?.label.toLowerCase()}
      </button>
    )
  }
  return (
    <>
      <p>{say.gaps(term('dau'), term('requestsPerUserPerDay'))}</p>
      <p>{say.fillIn}</p>
    </>
  )
}

function termText(term: Term | undefined): string {
  return term ? formatNumber(term.value, term.unit?.replace('requests/day', 'requests')) : '?'
}

function perSecond({ value }: Figure): string {
  return `${formatNumber(value)}/s`
}
