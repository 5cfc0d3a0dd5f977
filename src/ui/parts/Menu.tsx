import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import type { IconName } from '../../kinds/icons'
import { Icon } from './Icon'
import { Keys } from './Keys'
import styles from './Menu.module.css'

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactNode
  readonly children: ReactNode
  readonly align?: 'start' | 'end'
}

/** A menu under its button. Not modal: a modal one would write an inline style, which the page's policy refuses. */
export function Menu({ trigger, children, align = 'start' }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align={align} sideOffset={4} collisionPadding={8} loop>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

interface MenuItemProps {
  readonly name: string
  readonly icon?: IconName
  readonly keys?: string | undefined
  readonly isDisabled?: boolean
  readonly onSelect: () => void
}

/** One line of a menu. */
export function MenuItem({ name, icon, keys, isDisabled = false, onSelect }: MenuItemProps) {
  return (
    <DropdownMenu.Item className={styles.item} disabled={isDisabled} onSelect={onSelect}>
      {icon && <Icon name={icon} size={15} />}
      <span>{name}</span>
      {keys && (
        <span>
          <Keys of={keys} />
        </span>
      )}
    </DropdownMenu.Item>
  )
}

/** A line between groups of a menu. */
export function MenuDivider() {
  return <DropdownMenu.Separator className={styles.divider} />
}
