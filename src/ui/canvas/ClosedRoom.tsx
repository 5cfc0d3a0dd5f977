import { Handle, type NodeProps, Position } from '@xyflow/react'
import { memo, useMemo } from 'react'
import { holdsOf } from '../../drawing/holds'
import { useAnalysis, useDesign, useEditor, useNumbers } from '../session/hooks'
import { findingsInside } from '../session/room-marks'
import { BadgeOf } from './Badge'
import canvas from './Canvas.module.css'
import { Rename } from './Rename'
import styles from './Room.module.css'
import { RoomToggle } from './RoomToggle'
import type { ClosedRoomNode } from './reconcile'

const SIDES = [Position.Top, Position.Right, Position.Bottom, Position.Left] as const

/** A collapsed room: one card with a doubled edge that keeps the name, the total and the findings of the room. */
export const ClosedRoom = memo(
  function ClosedRoom({ data: { group }, selected }: NodeProps<ClosedRoomNode>) {
    const { id, label } = group
    const isRenaming = useEditor(editor => editor.renaming === id)
    const total = useNumbers(numbers => numbers.totals.get(id))
    const holds = useDesign(design => holdsOf(design, id))
    return (
      <div
        className={styles.closed}
        data-group={id}
        data-closed=""
        data-total={total !== undefined}
        data-selected={selected === true}
        data-locked={group.locked === true}
        title={`${label}: ${holds}`}
      >
        <strong>{label}</strong>
        <small>{holds}</small>
        {total && <em>{total}</em>}
        <RoomToggle group={group} />
        {isRenaming && <Rename id={id} label={label} look="block" />}
        <InsideBadge id={id} />
        {SIDES.map(side => (
          <Handle key={side} id={side} type="source" position={side} className={canvas.handle ?? ''} />
        ))}
      </div>
    )
  },
  (before, after) => before.data === after.data && before.selected === after.selected,
)

/** The gravest of all findings in the room, with their number. */
function InsideBadge({ id }: { readonly id: string }) {
  const design = useDesign(all => all)
  const marks = useAnalysis(analysis => analysis.marks)
  const findings = useMemo(() => findingsInside(design, marks, id), [design, marks, id])
  return <BadgeOf findings={findings} />
}
