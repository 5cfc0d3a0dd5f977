import type { Id } from '../../model/design'
import { contentsOf } from '../../model/groups'
import { deleteSelection } from '../commands/deleting'
import { rename } from '../commands/editing'
import { tidy } from '../commands/tidying'
import { roomPanel as say } from '../messages/en'
import { Button } from '../parts/Button'
import { CommandButton } from '../parts/CommandButton'
import { Icon } from '../parts/Icon'
import { select } from '../session/editor-store'
import { useDesign, useSession } from '../session/hooks'
import styles from './Inspector.module.css'
import { PlaceFields } from './PlaceFields'
import { TextField } from './TextField'

/** Everything about one room: its name, what it holds, and what can be done with it. */
export function GroupProperties({ id }: { readonly id: Id }) {
  const session = useSession()
  const group = useDesign(design => design.groups[id])
  const count = useDesign(design => contentsOf(design, [id]).blocks.size)
  const around = useDesign(design => (group?.group === undefined ? undefined : design.groups[group.group]?.label))
  if (!group) return null
  const members = () => contentsOf(session.design(), [id]).blocks
  return (
    <>
      <div className={styles.head}>
        <span className={styles.headTile}>
          <Icon name="square-dashed" size={18} />
        </span>
        <div>
          <h2 title={group.label}>
            <bdi>{group.label}</bdi>
          </h2>
          <small title={around}>
            {say.what(group.collapsed === true, count)}
            {around && say.inRoom(<bdi key="room">{around}</bdi>)}
          </small>
        </div>
      </div>
      <TextField
        label={say.name}
        value={group.label}
        isWide={false}
        isOneLine
        onChange={text => rename(session, id, text)}
      />
      <PlaceFields id={id} />
      <div className={styles.actions}>
        <CommandButton command="collapse" label={group.collapsed ? say.open : say.collapse} look="secondary" />
        <CommandButton command="move-to-room" label={say.move} look="secondary" />
      </div>
      {count > 0 && !group.collapsed && (
        <div className={styles.actions}>
          {count > 1 && (
            <Button look="secondary" icon="workflow" onClick={() => void tidy(session, { ids: members() })}>
              {say.tidy}
            </Button>
          )}
          <Button look="secondary" onClick={() => select(session.editor, members())}>
            {say.selectBlocks}
          </Button>
        </div>
      )}
      <div className={styles.actions}>
        <CommandButton command="ungroup" label={say.ungroup} look="secondary" />
        <Button look="secondary" icon="trash-2" title={say.deleteHint} onClick={() => deleteSelection(session)}>
          {say.delete}
        </Button>
        <CommandButton command="lock" look="secondary" />
      </div>
    </>
  )
}
