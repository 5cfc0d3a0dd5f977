import { useReactFlow } from '@xyflow/react'
import { rectOf } from '../../../layout/frames'
import { boundsOf } from '../../../layout/rect'
import type { Block } from '../../../model/design'
import { useSession } from '../../session/hooks'

/** Pixels of the screen that what is shown keeps from the edges of the canvas, and from the bars at the top and the bottom. */
const AROUND = 24
const UNDER_BAR = 128
const OVER_HUD = 56

/** Moves the view just so far that the blocks which are shown and not there yet are seen; not at all when they are. */
export function useReveal(): () => void {
  const session = useSession()
  const flow = useReactFlow()
  return () => {
    const { ghost } = session.editor.getState()
    const puts = ghost?.changes.filter(change => change.op === 'put' && change.table === 'blocks') ?? []
    const bounds = boundsOf(puts.flatMap(change => (change.op === 'put' ? (rectOf(change.record as Block) ?? []) : [])))
    if (!bounds) return
    const { x, y, zoom } = flow.getViewport()
    const { width, height } = session.view.frame()
    const dx = shift(bounds.x * zoom + x, bounds.width * zoom, AROUND, width * zoom - AROUND)
    const dy = shift(bounds.y * zoom + y, bounds.height * zoom, UNDER_BAR, height * zoom - OVER_HUD)
    if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom })
  }
}

/** How far a stretch must move to lie within two bounds; where it is too long for them, its start counts. */
function shift(start: number, length: number, from: number, to: number): number {
  if (start < from) return from - start
  return start + length > to ? Math.max(to - (start + length), from - start) : 0
}
