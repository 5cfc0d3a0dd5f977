import { useStore } from 'zustand'
import { useCanvas } from '../canvas/canvas-context'
import type { Command } from '../commands/command'
import { keyNames } from '../commands/keys'
import { COMMANDS } from '../commands/registry'
import { useEditor, useSession } from '../session/hooks'
import { usePreference } from '../session/preferences'
import styles from './Hints.module.css'
import { hintsFor, isSingleKey } from './hints'
import { situationOf } from './situation'

/** One quiet line at the bottom of the canvas: what can be done next, which depends on what is selected or going on. */
export function Hints() {
  const isWanted = usePreference('hints')
  const isReadOnly = useStore(useSession().document, state => state.readOnly)
  return isWanted && !isReadOnly ? <Line /> : null
}

function Line() {
  const session = useSession()
  const hasSingleKeys = usePreference('singleKeys')
  const isDragging = useCanvas(canvas => canvas.origins.length > 0)
  const isConnecting = useCanvas(canvas => canvas.pending !== null)
  const situation = useEditor(editor => situationOf(session, editor))
  // A command may come to apply by an edit or by what is selected.
  useStore(session.document, state => state.revision)
  const isOffered = (command: Command) =>
    command.isEnabled?.(session) !== false && (hasSingleKeys || !isSingleKey(command.keys?.[0] ?? ''))
  const isDrawn = isConnecting && situation !== 'choosing-end'
  const now = isDrawn ? 'connecting' : isDragging ? 'dragging' : situation
  return (
    <p className={styles.hints} data-hints={now}>
      {hintsFor(now, COMMANDS, isOffered).map(({ keys, words }) => (
        <span key={words}>
          {keys && <kbd>{keyNames(keys).join('+')}</kbd>} {words}
        </span>
      ))}
    </p>
  )
}
