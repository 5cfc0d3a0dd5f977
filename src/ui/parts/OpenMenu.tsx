import { DropdownMenu } from 'radix-ui'
import { keyNames } from '../commands/keys'
import { Icon } from './Icon'
import type { MenuEntry, MenuProps } from './Menu'
import styles from './Menu.module.css'

/** The menu itself. Not modal: a modal one would write an inline style, which the page's policy refuses. */
export default function OpenMenu({ trigger, entries, align = 'start' }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger({})}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align={align} sideOffset={4} collisionPadding={8} loop>
          {entries.map((entry, index) =>
            entry === 'divider' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines between groups have no name
              <DropdownMenu.Separator key={index} className={styles.divider} />
            ) : (
              <Entry key={entry.name} entry={entry} />
            ),
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function Entry({ entry }: { readonly entry: Exclude<MenuEntry, 'divider'> }) {
  const { name, icon, keys, isDisabled = false, onSelect } = entry
  return (
    <DropdownMenu.Item className={styles.item} disabled={isDisabled} onSelect={onSelect}>
      {icon && <Icon name={icon} size={15} />}
      <span>{name}</span>
      {keys && (
        <span className={styles.keys} aria-hidden="true">
          {keyNames(keys).join(' ')}
        </span>
      )}
    </DropdownMenu.Item>
  )
}
