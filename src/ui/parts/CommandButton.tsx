import { useStore } from 'zustand'
import { commandName } from '../commands/command'
import { keyNames } from '../commands/keys'
import { type CommandId, commandOf, runCommand } from '../commands/registry'
import { useEditor, useSession } from '../session/hooks'
import { Button } from './Button'

interface CommandButtonProps {
  readonly command: CommandId
  /** Absent: the icon alone, named by the command. */
  readonly label?: string
  readonly look?: 'quiet' | 'secondary' | 'primary'
  readonly size?: 'normal' | 'small'
}

/** A button for a command: named by it, with its keys in the tooltip, disabled where it does not apply. */
export function CommandButton({ command: id, label, look = 'quiet', size = 'normal' }: CommandButtonProps) {
  const session = useSession()
  // What a command is called and whether it applies depends on the design and on what is selected.
  useStore(session.document)
  useEditor(editor => editor)
  const command = commandOf(id)
  const name = commandName(command, session)
  const [keys] = command.keys ?? []
  return (
    <Button
      look={look}
      size={size}
      {...(command.icon ? { icon: command.icon } : {})}
      data-command={id}
      aria-label={label ?? name}
      title={keys ? `${name} (${keyNames(keys).join('+')})` : name}
      disabled={command.isEnabled?.(session) === false}
      onClick={() => void runCommand(session, command)}
    >
      {label}
    </Button>
  )
}
