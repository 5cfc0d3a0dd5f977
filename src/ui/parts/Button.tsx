import type { IconName } from './chrome-icons'
import { Icon } from './Icon'
import { TextButton, type TextButtonProps } from './TextButton'

interface ButtonProps extends TextButtonProps {
  readonly icon?: IconName
}

/** A button with a word, or with an icon alone when it has no children: then `aria-label` must name it. */
export function Button({ icon, children, ...rest }: ButtonProps) {
  const isIconOnly = children === undefined
  return (
    <TextButton data-icon-only={isIconOnly} title={isIconOnly ? rest['aria-label'] : undefined} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </TextButton>
  )
}
