import { useMemo } from 'react'
import { addPicked } from '../commands/creating'
import { addPicker as say } from '../messages/en'
import { useEditor, useSession } from '../session/hooks'
import { addEntries } from './entries'
import { nextEntries, nextQuestion } from './next-entries'
import { Picker } from './Picker'

/** Finds a block to add: at a point or on free ground, wired to what it was asked for. */
export default function AddPicker() {
  const session = useSession()
  const at = useEditor(editor => editor.addAt)
  const to = useEditor(editor => editor.addTo)
  const entries = useMemo(() => {
    if (to) {
      const { findings } = session.analysis.getState()
      return nextEntries(session.design(), findings, to, item => addPicked(session, item, at, to))
    }
    return addEntries(item => addPicked(session, item, at, null)).map(entry => ({
      ...entry,
      section: entry.detail ?? entry.section,
      detail: '',
    }))
  }, [session, at, to])
  const close = () => session.editor.setState({ dialog: null, addAt: null, addTo: null })
  const label = to ? nextQuestion(session.design(), to) : say.name
  return <Picker label={label} verb={say.add} entries={entries} onClose={close} />
}
