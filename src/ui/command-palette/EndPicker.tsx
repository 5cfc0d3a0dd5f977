import { useMemo } from 'react'
import { kindOf } from '../../kinds/index'
import type { Design, Flow } from '../../model/design'
import { onlyFlow } from '../commands/conditions'
import { type FlowEnd, moveEnd, whyNotEnd } from '../commands/reconnecting'
import { endPicker as say } from '../messages/en'
import { useDesign, useEditor, useSession } from '../session/hooks'
import type { Session } from '../session/session'
import type { Entry } from './entry'
import { Picker } from './Picker'

/** Finds the block that an end of the selected flow moves to. */
export default function EndPicker() {
  const session = useSession()
  const end = useEditor(editor => (editor.dialog === 'reconnect-source' ? 'source' : 'target'))
  const design = useDesign(all => all)
  const flow = design.flows[onlyFlow(session) ?? '']
  const entries = useMemo(() => (flow ? endEntries(session, design, flow, end) : []), [session, design, flow, end])
  return (
    <Picker
      label={say.name[end]}
      verb={say.move}
      entries={entries}
      onClose={() => session.editor.setState({ dialog: null })}
    />
  )
}

function endEntries(session: Session, design: Design, flow: Flow, end: FlowEnd): Entry[] {
  const allowed = Object.values(design.blocks).filter(
    block => block.at && block.id !== flow[end] && whyNotEnd(design, flow, end, block.id) === null,
  )
  return allowed.map(block => {
    const kind = kindOf(block.kind)
    return {
      id: `end/${block.id}`,
      section: say.blocks,
      name: block.label,
      words: [kind.name, block.kind, ...(kind.aliases ?? [])].join(' '),
      detail: kind.name,
      icon: kind.icon,
      step: kind.step,
      run: () => moveEnd(session, flow.id, end, block.id),
    }
  })
}
