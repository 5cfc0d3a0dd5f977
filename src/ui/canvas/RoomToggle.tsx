import type { Group } from '../../model/design'
import { roomToggle as say } from '../messages/en'
import { Icon } from '../parts/Icon'
import { useSession } from '../session/hooks'
import styles from './Room.module.css'

/** The small button by which a room is collapsed and opened. The keyboard has a command for it. */
export function RoomToggle({ group }: { readonly group: Group }) {
  const session = useSession()
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${styles.toggle} nodrag`}
      aria-label={(group.collapsed ? say.openOf : say.collapseOf)(group.label)}
      aria-expanded={!group.collapsed}
      title={group.collapsed ? say.open : say.collapse}
      onDoubleClick={event => event.stopPropagation()}
      onClick={event => {
        event.stopPropagation()
        void import('../commands/closing').then(({ toggleRooms }) => toggleRooms(session, [group.id]))
      }}
    >
      <Icon name={group.collapsed ? 'chevron-right' : 'chevron-down'} size={14} />
    </button>
  )
}
