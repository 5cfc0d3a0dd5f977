import { lazy, type ReactElement, type ReactNode, Suspense, useState } from 'react'
import type { IconName } from './chrome-icons'

/** One line of a menu, or a line between groups of them. */
export type MenuEntry =
  | {
      readonly name: string
      readonly icon?: IconName
      readonly keys?: string
      readonly isDisabled?: boolean
      readonly onSelect: () => void
    }
  | 'divider'

export interface MenuProps {
  /** The button that opens it, as a function of what makes it one. */
  readonly trigger: (props: { readonly 'aria-haspopup'?: 'menu'; readonly onClick?: () => void }) => ReactElement
  readonly entries: readonly MenuEntry[]
  readonly align?: 'start' | 'end'
}

const OpenMenu = lazy(() => import('./OpenMenu'))

/** A menu under its button. The menu's own code loads with the first press. */
export function Menu(props: MenuProps): ReactNode {
  const [isWanted, setWanted] = useState(false)
  const closed = props.trigger({ 'aria-haspopup': 'menu', onClick: () => setWanted(true) })
  if (!isWanted) return closed
  return (
    <Suspense fallback={closed}>
      <OpenMenu {...props} />
    </Suspense>
  )
}
