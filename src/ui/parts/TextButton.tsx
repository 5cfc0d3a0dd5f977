import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import styles from './Button.module.css'

export interface TextButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'quiet' | 'secondary' | 'primary'
  readonly size?: 'normal' | 'small'
  readonly children?: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button with a word: what stands in for a part of the page that failed has it before the icons are loaded. */
export function TextButton({ look = 'quiet', size = 'normal', ...rest }: TextButtonProps) {
  return <button type="button" className={styles.button} data-look={look} data-size={size} {...rest} />
}
