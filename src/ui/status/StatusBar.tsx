import { graphOf } from '../../graph/graph'
import { keyNames } from '../commands/keys'
import { type CommandId, commandOf, runCommand } from '../commands/registry'
import { statusBar as say } from '../messages/en'
import { Button } from '../parts/Button'
import { Icon } from '../parts/Icon'
import { Keys } from '../parts/Keys'
import { useDesign, useEditor, useSession } from '../session/hooks'
import { Numbers } from './Numbers'
import { ProfileChip } from './ProfileChip'
import styles from './StatusBar.module.css'

/** The bottom line: the numbers of the design, how large it is, the two ways to everything else, where the design lives. */
export default function StatusBar() {
  const blocks = useDesign(design => graphOf(design).blocks.length)
  const flows = useDesign(design => Object.keys(design.flows).length)
  return (
    <footer className={styles.status}>
      <Numbers />
      <ProfileChip />
      <span className={styles.right}>
        <span className={styles.count}>{say.size(blocks, flows)}</span>
        <Way command="commands" name={say.commands} />
        <span className={styles.keys}>
          <Way command="shortcuts" name={say.shortcuts} />
        </span>
        <SheetButton />
        <span className={styles.item}>
          <Icon name="hard-drive" size={14} /> {say.onThisDevice}
        </span>
      </span>
    </footer>
  )
}

/** On a narrow window the inspector is a sheet from below: this brings it up and puts it away. */
function SheetButton() {
  const session = useSession()
  const isFolded = useEditor(editor => editor.isInspectorFolded)
  return (
    <span className={styles.sheet}>
      <Button
        icon="panel-right"
        aria-label={say.inspector}
        aria-expanded={!isFolded}
        onClick={() => session.editor.setState({ isInspectorFolded: !isFolded })}
      />
    </span>
  )
}

/** Keys that open something, and a press on them does, too. */
function Way({ command: id, name }: { readonly command: CommandId; readonly name: string }) {
  const session = useSession()
  const command = commandOf(id)
  const [keys = ''] = command.keys ?? []
  return (
    <button
      type="button"
      className={styles.way}
      title={`${typeof command.name === 'string' ? command.name : name} (${keyNames(keys).join('+')})`}
      onClick={() => void runCommand(session, command)}
    >
      <Keys of={keys} />
      {name}
    </button>
  )
}
