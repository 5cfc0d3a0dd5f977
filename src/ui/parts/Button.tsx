import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import type { IconName } from '../../kinds/icons'
import styles from './Button.module.css'
import { Icon } from './Icon'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'quiet' | 'secondary' | 'primary'
  readonly size?: 'normal' | 'small'
  readonly icon?: IconName
  readonly children?: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button with a word, or with an icon alone when it has no children: then `aria-label` must name it. */
export function Button({ look = 'quiet', size = 'normal', icon, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={styles.button}
      data-look={look}
      data-size={size}
      data-icon-only={children === undefined}
      title={children === undefined ? rest['aria-label'] : undefined}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}
