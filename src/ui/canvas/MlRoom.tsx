import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import styles from './Canvas.module.css'
import type { RoomNode } from './reconcile'

/** A room: a frame behind its blocks with its name in the top left corner. */
export const MlRoom = memo(function MlRoom({ data }: NodeProps<RoomNode>) {
  return (
    <div className={styles.room} data-group={data.group.id}>
      <span>{data.group.label}</span>
    </div>
  )
})
