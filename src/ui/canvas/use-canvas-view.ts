import { getViewportForBounds, useReactFlow, useStoreApi, type Viewport } from '@xyflow/react'
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { Design, Point } from '../../model/design'
import { useSession } from '../session/hooks'
import { isMotionReduced } from '../session/motion'
import { NO_VIEW } from '../session/view'
import { blocksWithin, boundsOf } from './bounds'
import type { CanvasStore } from './canvas-store'

/** Under these zooms a card shows less, so that what is left can be read (LOOK.md, zoom levels). */
const FULL = 0.75
const ICON = 0.65

const MIN_ZOOM = 0.1
const MAX_ZOOM = 4

/** Milliseconds in which the view moves, and in which blocks glide; none where motion is not wanted. */
const MOVE_MS = 260
const GLIDE_MS = 340

/** Height that the find bar takes at the top, with its rim and the line that it unfolds. */
const FIND_BAR = 88

/** Room around a design that is fitted, in pixels of the screen; hints, legend and zoom stand at the bottom. */
const AROUND = { top: '20px', left: '24px', right: '24px', bottom: '76px' } as const

/** Gives commands their view of the canvas, and the canvas its zoom as an attribute and a custom property. */
export function useCanvasView(wrapper: RefObject<HTMLDivElement | null>, canvas: CanvasStore): void {
  useZoomAttribute(wrapper)
  const pointer = usePointer(wrapper)
  const session = useSession()
  const flow = useReactFlow()
  const store = useStoreApi()

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const ms = (time: number) => (isMotionReduced() ? 0 : time)
    const sizeNow = () => ({ width: wrapper.current?.clientWidth ?? 0, height: wrapper.current?.clientHeight ?? 0 })
    const fitAll = (duration: number) => {
      const bounds = boundsOf(session.design(), canvas.getState().routes)
      const { width, height } = sizeNow()
      if (!bounds || width === 0) return
      const viewport = getViewportForBounds(bounds, width, height, MIN_ZOOM, 1, AROUND)
      const isHidden = isUnderMinimap(wrapper.current, session.design(), viewport)
      const above = isHidden ? { ...AROUND, bottom: '124px' as const } : AROUND
      void flow.setViewport(getViewportForBounds(bounds, width, height, MIN_ZOOM, 1, above), { duration })
    }
    session.view = {
      // Who works in the outline goes on there: it comes first in the page.
      focus: () => document.querySelector<HTMLElement>('[data-outline-keys], .react-flow')?.focus(),
      dropPoint(clientX, clientY) {
        const under = document.elementFromPoint(clientX, clientY)
        const isHere = under !== null && wrapper.current?.contains(under)
        return isHere ? flow.screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false }) : null
      },
      pointer() {
        const at = pointer.current
        return at ? this.dropPoint(at.x, at.y) : null
      },
      frame() {
        const [x, y, zoom] = store.getState().transform
        const { width, height } = sizeNow()
        return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
      },
      centre() {
        const { x, y, width, height } = this.frame()
        return { x: x + width / 2, y: y + height / 2 }
      },
      show(ids, atLeast = 0) {
        const bounds = boundsOf(session.design(), canvas.getState().routes, ids)
        const { width, height } = sizeNow()
        if (!bounds || width === 0) return
        const [x, y, zoom] = store.getState().transform
        const left = bounds.x * zoom + x
        const top = bounds.y * zoom + y
        // What is to be read does not lie under the find bar.
        const above = atLeast > 0 ? FIND_BAR : 8
        const isSeen =
          left > 8 && top > above && left + bounds.width * zoom < width - 8 && top + bounds.height * zoom < height - 48
        if (isSeen && zoom >= atLeast) return
        const fits = Math.min((width - 96) / bounds.width, (height - 120) / bounds.height)
        const centre = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }
        const next = Math.max(Math.min(Math.max(zoom, 0.5), fits, MAX_ZOOM), atLeast)
        void flow.setCenter(centre.x, centre.y, { zoom: next, duration: ms(MOVE_MS) })
      },
      seen() {
        return blocksWithin(session.design(), this.frame())
      },
      fit: () => fitAll(ms(MOVE_MS)),
      bounds: () => boundsOf(session.design(), canvas.getState().routes),
      shift() {
        const [x, y, zoom] = store.getState().transform
        return { x, y, zoom, ...sizeNow() }
      },
      moveTo: ({ x, y, zoom }, isGliding) =>
        void flow.setViewport({ x, y, zoom }, { duration: isGliding ? ms(GLIDE_MS) : 0 }),
      zoomBy: factor => void flow.zoomTo(flow.getZoom() * factor, { duration: ms(MOVE_MS / 2) }),
      zoomTo: zoom => void flow.zoomTo(zoom, { duration: ms(MOVE_MS) }),
      isDragging: () => canvas.getState().origins.length > 0,
      glide(change) {
        const element = wrapper.current
        clearTimeout(timer)
        if (element) element.dataset.gliding = 'true'
        change()
        fitAll(ms(GLIDE_MS))
        timer = setTimeout(() => {
          if (element) delete element.dataset.gliding
        }, GLIDE_MS)
      },
    }
    fitAll(0)
    return () => {
      session.view = NO_VIEW
      clearTimeout(timer)
    }
  }, [session, flow, store, wrapper, canvas, pointer])
}

/** Where the pointer was last over the canvas, in pixels of the window; null when it is elsewhere. */
function usePointer(wrapper: RefObject<HTMLDivElement | null>): RefObject<Point | null> {
  const pointer = useRef<Point | null>(null)
  useEffect(() => {
    const element = wrapper.current
    const onMove = (event: PointerEvent) => {
      pointer.current = { x: event.clientX, y: event.clientY }
    }
    const onLeave = () => {
      pointer.current = null
    }
    element?.addEventListener('pointermove', onMove)
    element?.addEventListener('pointerleave', onLeave)
    return () => {
      element?.removeEventListener('pointermove', onMove)
      element?.removeEventListener('pointerleave', onLeave)
    }
  }, [wrapper])
  return pointer
}

/** Whether the minimap would lie over a block in this view. */
function isUnderMinimap(wrapper: HTMLElement | null, design: Design, { x, y, zoom }: Viewport): boolean {
  const minimap = wrapper?.querySelector<HTMLElement>('[data-minimap]')
  if (!minimap || minimap.offsetWidth === 0) return false
  const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = minimap
  const rect = { x: (offsetLeft - x) / zoom, y: (offsetTop - y) / zoom }
  return blocksWithin(design, { ...rect, width: offsetWidth / zoom, height: offsetHeight / zoom }).size > 0
}

/** Keeps `data-zoom` and `--z` of the canvas in step with its zoom, without rendering anything. */
function useZoomAttribute(wrapper: RefObject<HTMLDivElement | null>): void {
  const store = useStoreApi()
  useLayoutEffect(() => {
    const element = wrapper.current
    if (!element) return
    const follow = (zoom: number) => {
      element.style.setProperty('--z', String(zoom))
      element.dataset.zoom = zoom >= FULL ? 'full' : zoom >= ICON ? 'icon' : 'label'
    }
    follow(store.getState().transform[2])
    return store.subscribe((state, before) => {
      if (state.transform[2] !== before.transform[2]) follow(state.transform[2])
    })
  }, [wrapper, store])
}
