import { useMemo, useState } from 'react'
import { useAnalysis, useDesign, useSession } from '../session/hooks'
import { preferences } from '../session/preferences'
import { entriesOf } from './entries'
import { Picker } from './Picker'

/** Ids remembered of what was last run. */
const REMEMBERED = 20

/** Finds and runs anything that can be done to the open design. */
export default function CommandPalette() {
  const session = useSession()
  const design = useDesign(all => all)
  const findings = useAnalysis(analysis => analysis.findings)
  const entries = useMemo(() => entriesOf(session, design, findings), [session, design, findings])
  const [lastRun] = useState(() => preferences.get('lastRun'))
  return (
    <Picker
      label="Search commands, blocks and findings"
      verb="Run"
      entries={entries}
      lastRun={lastRun}
      onRun={({ id }) => preferences.set('lastRun', [id, ...lastRun.filter(one => one !== id)].slice(0, REMEMBERED))}
      onClose={() => session.editor.setState({ dialog: null })}
    />
  )
}
