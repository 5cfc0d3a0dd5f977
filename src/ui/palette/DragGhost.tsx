import { createPortal } from 'react-dom'
import { Icon } from '../parts/Icon'
import styles from './Palette.module.css'
import type { PaletteDrag } from './use-palette-drag'

/** The card that follows the pointer while an entry is dragged from the palette. */
export function DragGhost({ drag }: { readonly drag: PaletteDrag }) {
  return createPortal(
    <div
      className={styles.ghost}
      data-step={drag.item.step}
      style={{ transform: `translate(${drag.x - 80}px, ${drag.y - 32}px)` }}
    >
      <span className={styles.tile}>
        <Icon name={drag.item.icon} size={13} />
      </span>
      {drag.item.name}
    </div>,
    document.body,
  )
}
