import { useReactFlow } from '@xyflow/react'
import { type MouseEvent, useMemo, useRef } from 'react'
import type { Point } from '../../model/design'
import type { Session } from '../session/session'
import { selectRoomsWithin } from './room-gestures'

/** The two ends of a marquee: React Flow selects the blocks that it touches, and rooms that it holds are added to them. */
export function useMarquee(session: Session) {
  const flow = useReactFlow()
  const start = useRef<Point | null>(null)
  return useMemo(() => {
    const pointOf = ({ clientX, clientY }: MouseEvent) =>
      flow.screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false })
    return {
      onMarqueeStart(event: MouseEvent) {
        start.current = pointOf(event)
      },
      onMarqueeEnd(event: MouseEvent) {
        if (start.current) selectRoomsWithin(session, start.current, pointOf(event))
        start.current = null
      },
    }
  }, [session, flow])
}
