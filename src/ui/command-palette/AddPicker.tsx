import { useMemo } from 'react'
import { useEditor, useSession } from '../session/hooks'
import { addEntries } from './entries'
import { Picker } from './Picker'

/** Finds a block to add where the menu was opened. */
export default function AddPicker() {
  const session = useSession()
  const at = useEditor(editor => editor.addAt)
  const entries = useMemo(
    () => addEntries(session, at).map(entry => ({ ...entry, section: entry.detail ?? entry.section, detail: '' })),
    [session, at],
  )
  const close = () => session.editor.setState({ dialog: null, addAt: null })
  return <Picker label="Add a block" verb="Add" entries={entries} onClose={close} />
}
