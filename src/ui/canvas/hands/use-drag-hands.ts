import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import { blockSize } from '../../../kinds/index'
import { frameOf, rectOf } from '../../../layout/frames'
import { boundsOf, GRID, overlaps, type Rect } from '../../../layout/rect'
import { type Id, lookUp, type Point } from '../../../model/design'
import { contentsOf } from '../../../model/groups'
import { dropIntoFlow } from '../../commands/splicing'
import { useSession } from '../../session/hooks'
import { preferences } from '../../session/preferences'
import type { Session } from '../../session/session'
import { useCanvasStore } from '../canvas-context'
import { guide, type Stops, stopsOf } from '../guides'
import { provideHands } from '../late-hands'
import { groupOfNode } from '../reconcile'
import { flowUnder, REACH } from './flow-under'
import { useHandsStore } from './hands-store'

/** Pixels on screen from which something is drawn to a guide. */
const PULL = 8

/** Gives drags of the canvas and the palette their guides, and the flow that they would join. */
export function useDragHands(): void {
  const session = useSession()
  const canvas = useCanvasStore()
  const store = useHandsStore()
  const flow = useReactFlow()
  const inside = useStoreApi()
  useEffect(() => {
    const pointer = { x: 0, y: 0, isFree: false }
    let stops: Stops | null = null
    const follow = (event: PointerEvent) => {
      pointer.x = event.clientX
      pointer.y = event.clientY
      pointer.isFree = event.ctrlKey || event.metaKey
    }
    const zoom = () => inside.getState().transform[2]
    const pointAt = ({ x, y }: Point) => flow.screenToFlowPosition({ x, y }, { snapToGrid: false })
    const mark = (block: { readonly id: Id; readonly kind: string }, points: readonly Point[], at: Point) => {
      const found = flowUnder(session.design(), canvas.getState().routes, block, points, REACH / zoom())
      const before = store.getState().target
      if (found || before) store.setState({ target: found && { ...found, at } })
    }
    provideHands({
      follow(moved) {
        const box = boundsOf(rectsOf(session, moved))
        if (!box) return moved
        stops ??= stopsOf(standing(session, moved.keys()))
        const isGuided = preferences.get('guides') !== pointer.isFree
        const { by, lines, gaps } = isGuided
          ? guide(box, stops, PULL / zoom(), preferences.get('snap') ? GRID : null)
          : { by: { x: 0, y: 0 }, lines: [], gaps: [] }
        store.setState({ guidance: { lines, gaps } })
        const to = new Map([...moved].map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }]))
        const [id = ''] = to.size === 1 ? to.keys() : []
        const block = lookUp(session.design().blocks, id)
        const at = to.get(id)
        if (block && at && !pointer.isFree)
          mark(block, [pointAt(pointer), middleOf({ ...at, ...blockSize(block) })], { ...pointer })
        else if (store.getState().target) store.setState({ target: null })
        return to
      },
      drop(to, isCopy) {
        const { target } = store.getState()
        stops = null
        store.setState({ guidance: null, target: null })
        const [moved] = to
        if (!target || target.reason !== null || isCopy || !moved) return false
        dropIntoFlow(session, ...moved, target.flow)
        return true
      },
      hover(kind, at) {
        if (at && session.view.dropPoint(at.x, at.y)) mark({ id: '', kind }, [pointAt(at)], at)
        else store.setState({ target: null })
      },
      target() {
        const { target } = store.getState()
        return target?.reason === null ? target.flow : null
      },
    })
    // Heard before the drag is, so that a frame knows which keys are down.
    window.addEventListener('pointermove', follow, true)
    return () => {
      provideHands(null)
      window.removeEventListener('pointermove', follow, true)
    }
  }, [session, canvas, store, flow, inside])
}

/** What is dragged, where it would stand. */
function rectsOf(session: Session, moved: ReadonlyMap<string, Point>): Rect[] {
  const { blocks, groups } = session.design()
  return [...moved].flatMap(([node, at]) => {
    const room = groupOfNode(node)
    const block = lookUp(blocks, node)
    const size = room === null ? block && blockSize(block) : lookUp(groups, room)?.size
    return size ? [{ ...at, ...size }] : []
  })
}

/** The blocks and rooms in sight that do not move along. */
function standing(session: Session, nodes: Iterable<string>): Rect[] {
  const design = session.design()
  const ids = [...nodes]
  const rooms = ids.flatMap(id => groupOfNode(id) ?? [])
  const inside = contentsOf(design, rooms)
  const moving = new Set([...ids, ...inside.blocks])
  const frame = session.view.frame()
  const rects = [
    ...Object.values(design.blocks).flatMap(block => (moving.has(block.id) ? [] : (rectOf(block) ?? []))),
    // Frames of rooms follow their blocks: only a room is drawn to another.
    ...(rooms.length === 0
      ? []
      : Object.values(design.groups).flatMap(group => (inside.groups.has(group.id) ? [] : (frameOf(group) ?? [])))),
  ]
  return rects.filter(rect => overlaps(rect, frame))
}

function middleOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 }
}
