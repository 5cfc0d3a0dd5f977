import { DropdownMenu } from 'radix-ui'
import { useRef } from 'react'
import { FlowSample } from '../canvas/FlowSample'
import { keyNames } from '../commands/keys'
import { canvasMenu as say } from '../messages/en'
import { Icon } from '../parts/Icon'
import menu from '../parts/Menu.module.css'
import { useEditor, useSession } from '../session/hooks'
import styles from './CanvasMenu.module.css'
import { type MenuLine, type MenuPart, menuParts } from './menu-lines'

/** The menu at the pointer, for what is selected. */
export default function CanvasMenu() {
  const at = useEditor(editor => editor.menu)
  return at && <OpenCanvasMenu key={`${at.x} ${at.y}`} x={at.x} y={at.y} />
}

function OpenCanvasMenu({ x, y }: { readonly x: number; readonly y: number }) {
  const session = useSession()
  const chosen = useRef<MenuLine | null>(null)
  // What runs may give the focus to a field: it runs when the menu has let go of the focus.
  const finish = () => {
    const line = chosen.current
    if (line?.id !== 'add-block') session.editor.setState({ addAt: null })
    session.view.focus()
    line?.run()
  }
  return (
    <DropdownMenu.Root modal={false} open onOpenChange={isOpen => !isOpen && session.editor.setState({ menu: null })}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          tabIndex={-1}
          className={styles.anchor}
          style={{ left: x, top: y }}
          aria-label={say.name}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={document.querySelector('main')}>
        <DropdownMenu.Content
          className={`${menu.menu} ${styles.menu}`}
          aria-label={say.name}
          align="start"
          sideOffset={2}
          collisionPadding={8}
          loop
          onContextMenu={event => event.preventDefault()}
          onCloseAutoFocus={event => {
            event.preventDefault()
            finish()
          }}
        >
          {menuParts(session).map((part, index) => (
            <Part
              key={part.lines[0]?.id}
              part={part}
              isFirst={index === 0}
              onChoose={line => {
                chosen.current = line
              }}
            />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

interface PartProps {
  readonly part: MenuPart
  readonly isFirst: boolean
  readonly onChoose: (line: MenuLine) => void
}

function Part({ part: { choice, lines }, isFirst, onChoose }: PartProps) {
  return (
    <>
      {!isFirst && <DropdownMenu.Separator className={menu.divider} />}
      {choice ? (
        <DropdownMenu.RadioGroup value={lines.find(line => line.isChosen)?.id ?? ''}>
          <DropdownMenu.Label className={styles.heading}>{choice}</DropdownMenu.Label>
          {lines.map(line => (
            <DropdownMenu.RadioItem
              key={line.id}
              value={line.id}
              className={menu.item}
              disabled={line.isDisabled}
              onSelect={() => onChoose(line)}
            >
              <FlowSample kind={line.id.replace('kind/', '')} />
              <span>{line.name}</span>
              {line.isChosen && <Icon name="check" size={15} />}
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
      ) : (
        lines.map(line => <Line key={line.id} line={line} onChoose={onChoose} />)
      )}
    </>
  )
}

function Line({ line, onChoose }: { readonly line: MenuLine; readonly onChoose: (line: MenuLine) => void }) {
  const { id, name, icon, keys, isDisabled } = line
  return (
    <DropdownMenu.Item
      className={menu.item}
      data-entry={id}
      data-danger={id === 'delete'}
      disabled={isDisabled}
      onSelect={() => onChoose(line)}
    >
      {icon ? <Icon name={icon} size={15} /> : <span className={styles.noIcon} />}
      <span>{name}</span>
      {keys && (
        <span className={menu.keys} aria-hidden="true">
          {keyNames(keys).join(' ')}
        </span>
      )}
    </DropdownMenu.Item>
  )
}
