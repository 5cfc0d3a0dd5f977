import { briefField } from '../../kinds/brief'
import { suggestionsFor } from '../../kinds/suggestions'
import { setBrief } from '../../model/brief'
import type { PropValue } from '../../model/design'
import { downtime, briefPanel as say } from '../messages/en'
import { useDesign, useSession } from '../session/hooks'
import { allowedDowntime } from './downtime'
import { FieldControl } from './FieldControl'
import controls from './FieldControl.module.css'
import { ScaleCalculator } from './ScaleCalculator'
import { useChoiceOf } from './use-choices'

/** One answer of the brief, in its panel and on a card alike, with what follows from it. */
export function BriefField({ name }: { readonly name: string }) {
  const session = useSession()
  const value = useDesign(design => design.brief.design[name]) as PropValue | undefined
  const task = useDesign(design => design.brief.design.mlTask)
  const choiceOf = useChoiceOf()
  const field = briefField(name)
  if (!field) return null
  return (
    <FieldControl
      field={field}
      path={`brief.${name}`}
      value={value}
      isWide={field.type === 'text' || field.type === 'list'}
      choice={choiceOf(name)}
      suggestions={suggestionsFor(name, task)}
      onChange={to => session.commit({ ...setBrief(name, to), label: say.change(field.label) })}
    >
      {name === 'peakQps' && <ScaleCalculator />}
      {name === 'availabilityPct' && <Downtime value={value} />}
    </FieldControl>
  )
}

/** An example while nothing is set, so that the line is always there. */
function Downtime({ value }: { readonly value: PropValue | undefined }) {
  const allowed = typeof value === 'number' ? allowedDowntime(value) : null
  return <p className={controls.note}>{allowed ?? downtime.example}</p>
}
