import { commandTitle } from '../commands/command'
import { keyNames } from '../commands/keys'
import { type CommandId, commandOf, runCommand } from '../commands/registry'
import { presentation as say } from '../messages/en'
import { Button } from '../parts/Button'
import type { IconName } from '../parts/chrome-icons'
import type { Stage } from '../session/editor-store'
import { useEditor, useSession } from '../session/hooks'
import styles from './Present.module.css'
import { chooseWalk } from './presenting'
import { type Stop, stopsOf, WALKS, type Walk } from './stops'

interface PresentBarProps {
  readonly stage: Stage
  readonly stops: readonly Stop[]
  readonly isQuiet: boolean
}

/** Which walk, how far it is, and the ways on; it steps back while nobody moves. */
export function PresentBar({ stage, stops, isQuiet }: PresentBarProps) {
  const isLaser = useEditor(editor => editor.isLaser)
  return (
    <div className={styles.bar} data-quiet={isQuiet} role="group" aria-label={say.controls}>
      <Walks chosen={stage.walk} />
      <div className={styles.turning}>
        <Deed command="present-back" icon="chevron-left" isDisabled={stage.at === 0 && stage.part === 0} />
        <span className={styles.count}>{say.count(stage.at + 1, stops.length)}</span>
        <Deed command="present-next" icon="chevron-right" isDisabled={stage.at === stops.length - 1} />
      </div>
      <div className={styles.extras}>
        <Deed command="laser" icon="spotlight" isPressed={isLaser} />
        <Deed command="present-notes" icon="sticky-note" isPressed={stage.hasNotes} />
        <Deed command="present-marks" icon="circle-alert" isPressed={stage.hasMarks} />
        <Deed command="present-leave" icon="x" />
      </div>
      <progress className={styles.progress} max={stops.length - 1} value={stage.at} aria-label={say.progress} />
    </div>
  )
}

function Walks({ chosen }: { readonly chosen: Walk }) {
  const session = useSession()
  return (
    <fieldset className={styles.walks}>
      <legend className="visually-hidden">{say.walkBy}</legend>
      {WALKS.map(walk => {
        const isEmpty = stopsOf(session.design(), walk, null).length === 0
        return (
          <label key={walk} title={isEmpty ? say.noStops[walk] : undefined}>
            <input
              type="radio"
              name="walk"
              value={walk}
              checked={walk === chosen}
              disabled={isEmpty}
              onChange={() => chooseWalk(session, walk)}
            />
            <span>{say.walks[walk]}</span>
          </label>
        )
      })}
    </fieldset>
  )
}

interface DeedProps {
  readonly command: CommandId
  readonly icon: IconName
  readonly isPressed?: boolean
  readonly isDisabled?: boolean
}

function Deed({ command: id, icon, isPressed, isDisabled = false }: DeedProps) {
  const session = useSession()
  const command = commandOf(id)
  const [keys = ''] = command.keys ?? []
  const name = commandTitle(command)
  return (
    <Button
      icon={icon}
      aria-label={name}
      title={`${name} (${keyNames(keys).join('+')})`}
      {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
      // Not `disabled`: at the last stop the keyboard would lose its place.
      aria-disabled={isDisabled}
      onClick={() => void runCommand(session, command)}
    />
  )
}
