import type { NodeProps } from '@xyflow/react'
import { lazy, memo, Suspense } from 'react'
import { useEditor, useNumbers, useStage } from '../session/hooks'
import { useCanvas } from './canvas-context'
import { Rename } from './Rename'
import styles from './Room.module.css'
import type { RoomNode } from './reconcile'

// Not needed to see a room.
const Resizer = lazy(() => import('./Resizer'))

const SIDES = ['top', 'right', 'bottom', 'left'] as const

/**
 * A room: a frame behind its blocks with its name in the top left corner. Its frame and its label are what the pointer
 * takes it by; what begins in the middle of it is meant for the canvas.
 */
export const MlRoom = memo(
  function MlRoom({ id, data: { group }, selected }: NodeProps<RoomNode>) {
    const isRenaming = useEditor(editor => editor.renaming === group.id)
    const total = useNumbers(numbers => numbers.totals.get(group.id))
    const joins = useCanvas(canvas => canvas.joins.has(group.id))
    return (
      <div
        className={styles.room}
        data-group={group.id}
        data-selected={selected === true}
        data-drop={joins}
        data-locked={group.locked === true}
        data-stage={useStage(group.id)}
      >
        <div className={styles.band} data-band="">
          <span>
            <bdi>{group.label}</bdi>
            {total && <em>{total}</em>}
          </span>
        </div>
        {SIDES.map(side => (
          <div key={side} className={styles.edge} data-side={side} />
        ))}
        {isRenaming && <Rename id={group.id} label={group.label} look="room" />}
        {selected && !group.locked && (
          <Suspense>
            <Resizer node={id} />
          </Suspense>
        )}
      </div>
    )
  },
  (before, after) => before.data === after.data && before.selected === after.selected,
)
