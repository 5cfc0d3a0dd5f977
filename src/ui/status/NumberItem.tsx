import { Popover } from 'radix-ui'
import type { ReactNode } from 'react'
import { statusNumbers as say } from '../messages/en'
import { SeverityMark } from '../parts/SeverityMark'
import styles from './Numbers.module.css'

interface NumberItemProps {
  readonly name: string
  /** What stands first, large: “148”. */
  readonly value: string
  /** What follows: “ / 200 ms”. */
  readonly of?: string
  readonly bar?: ReactNode
  readonly isOver?: boolean
  readonly isAsking?: boolean
  /** What opens: the terms of the number. */
  readonly children: ReactNode
}

/** One number of the status bar; a press opens what it was computed from. */
export function NumberItem({ name, value, of, bar, isOver = false, isAsking = false, children }: NumberItemProps) {
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.item} data-number={name} data-over={isOver} data-asking={isAsking}>
        <span>{name}</span>
        {bar}
        <span className={styles.value}>
          {isOver && <SeverityMark severity="error" size={13} />}
          <b>{value}</b>
          {of}
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles.terms ?? ''}
          aria-label={say.termsOf(name)}
          side="top"
          align="start"
          sideOffset={6}
          collisionPadding={8}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** How much of a limit is used, hot from 85 % on; what is past the limit is hatched. */
export function Bar({ share }: { readonly share: number }) {
  const isHot = share >= 0.85
  const within = share > 1 ? 1 / share : share
  return (
    <span className={styles.bar} data-hot={isHot && share <= 1} data-over={share > 1} aria-hidden="true">
      <span style={{ width: `${within * 100}%` }} />
      {share > 1 && <span className={styles.past} style={{ width: `${(1 - within) * 100}%` }} />}
    </span>
  )
}
