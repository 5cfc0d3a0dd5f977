import { useEffect, useMemo, useState } from 'react'
import { commandPalette as say } from '../messages/en'
import { useAnalysis, useDesign, useSession } from '../session/hooks'
import { preferences } from '../session/preferences'
import { entriesOf } from './entries'
import type { Entry } from './entry'
import { Picker } from './Picker'

/** Ids remembered of what was last run. */
const REMEMBERED = 20

/** Finds and runs anything that can be done to the open design. */
export default function CommandPalette() {
  const session = useSession()
  const design = useDesign(all => all)
  const findings = useAnalysis(analysis => analysis.findings)
  const library = useLibrary()
  const entries = useMemo(
    () => [...entriesOf(session, design, findings), ...library],
    [session, design, findings, library],
  )
  const [lastRun] = useState(() => preferences.get('lastRun'))
  return (
    <Picker
      label={say.name}
      verb={say.run}
      entries={entries}
      lastRun={lastRun}
      onRun={({ id }) => preferences.set('lastRun', [id, ...lastRun.filter(one => one !== id)].slice(0, REMEMBERED))}
      onClose={() => session.editor.setState({ dialog: null })}
    />
  )
}

const NOTHING: readonly Entry[] = []

/** Rules and case studies; they come a moment after the list, which does not wait for their pictures' addresses. */
function useLibrary(): readonly Entry[] {
  const session = useSession()
  const [entries, setEntries] = useState(NOTHING)
  useEffect(() => {
    let isGone = false
    void import('./library').then(({ libraryEntries }) => {
      if (!isGone) setEntries(libraryEntries(session))
    })
    return () => {
      isGone = true
    }
  }, [session])
  return entries
}
