import { commandName } from '../commands/command'
import { keyNames } from '../commands/keys'
import { commandOf, runCommand } from '../commands/registry'
import { manySelected as say } from '../messages/en'
import { Button } from '../parts/Button'
import { Shapes } from '../parts/Shapes'
import { useEditor, useSession } from '../session/hooks'
import styles from './Arrange.module.css'
import { ARRANGE_ICONS, type ArrangeCommand } from './arrange-icons'

const ORDER: readonly ArrangeCommand[] = [
  'align-left',
  'align-centre-x',
  'align-right',
  'align-top',
  'align-centre-y',
  'align-bottom',
  'distribute-x',
  'distribute-y',
]

/** Aligning and distributing the selected blocks, an icon each. */
export function ArrangeButtons() {
  const session = useSession()
  // Whether a command applies depends on how many blocks are selected.
  useEditor(editor => editor.blocks)
  return (
    <div className={styles.arrange} role="group" aria-label={say.arrange}>
      {ORDER.map(id => {
        const command = commandOf(id)
        const name = commandName(command, session)
        const [keys] = command.keys ?? []
        return (
          <Button
            key={id}
            aria-label={name}
            title={keys ? `${name} (${keyNames(keys).join('+')})` : name}
            data-command={id}
            disabled={command.isEnabled?.(session) === false}
            onClick={() => void runCommand(session, command)}
          >
            <Shapes of={ARRANGE_ICONS[id]} />
          </Button>
        )
      })}
    </div>
  )
}
