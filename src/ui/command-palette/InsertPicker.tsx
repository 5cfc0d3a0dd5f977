import { useMemo } from 'react'
import { whyNotBetween } from '../../kinds/splice'
import { STEP_NAMES } from '../../kinds/steps'
import type { Design, Id } from '../../model/design'
import { onlyFlow } from '../commands/conditions'
import { addIntoFlow } from '../commands/splicing'
import { PALETTE } from '../palette/items'
import { useDesign, useSession } from '../session/hooks'
import type { Session } from '../session/session'
import type { Entry } from './entry'
import { Picker } from './Picker'

/** Finds a block to insert into the selected flow. */
export default function InsertPicker() {
  const session = useSession()
  const flow = onlyFlow(session) ?? ''
  const design = useDesign(all => all)
  const entries = useMemo(() => entriesBetween(session, design, flow), [session, design, flow])
  const { source = '', target = '' } = design.flows[flow] ?? {}
  return (
    <Picker
      label={`Insert between “${design.blocks[source]?.label ?? ''}” and “${design.blocks[target]?.label ?? ''}”`}
      verb="Insert"
      entries={entries}
      onClose={() => session.editor.setState({ dialog: null })}
    />
  )
}

/** What of the palette fits between the two ends of a flow, by step: each joins in by kinds of flow that are allowed. */
function entriesBetween(session: Session, design: Design, flow: Id): Entry[] {
  return PALETTE.filter(item => whyNotBetween(design, flow, { id: '', kind: item.kind }) === null).map(item => ({
    id: `insert/${item.id}`,
    section: STEP_NAMES[item.step],
    name: item.name,
    words: item.words,
    icon: item.icon,
    step: item.step,
    run: () => addIntoFlow(session, item, flow),
  }))
}
