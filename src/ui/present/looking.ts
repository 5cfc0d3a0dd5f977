import { sceneOf } from '../../drawing/scene'
import { boundsOf, type Rect } from '../../layout/rect'
import type { Session } from '../session/session'
import type { Shift } from '../session/view'
import type { Stop } from './stops'
import { viewsOf } from './views'

/** The name of a block is 13 px high at a zoom of 1 and is to be read from the last row: 14 px and more. */
const READABLE = 14 / 13

/** On a window narrower than this, held in the hand, names are read at 12 px. */
const HANDHELD = 900
const HANDHELD_ZOOM = 12 / 13

/** Closer than this nothing gets clearer. */
const CLOSEST = 1.5

/** An overview is as small as the design asks for, and no larger than it is drawn. */
const FARTHEST = 0.1

/** Pixels of the screen around what is shown; the bar floats over the bottom. */
const AROUND = { x: 32, top: 24, bottom: 84 }

/** The views that a stop takes so that names can be read in all of them; an overview takes one. */
export function partsOf(session: Session, stop: Stop): readonly Rect[] {
  if (stop.shown === null) return one(session.view.bounds())
  const room = usable(session)
  const zoom = leastZoom(session)
  const size = { width: room.width / zoom, height: room.height / zoom }
  const { blocks, rooms, collapsed } = sceneOf(session.design())
  const whole = boundsOf(stop.shown.flatMap(id => rooms.get(id) ?? blocks.get(id) ?? collapsed.get(id) ?? []))
  if (whole && whole.width <= size.width && whole.height <= size.height) return [whole]
  // A room that is larger than the view is shown by what stands in it.
  const places = stop.shown.flatMap(id => blocks.get(id) ?? collapsed.get(id) ?? [])
  return places.length > 0 ? viewsOf(places, size) : one(whole)
}

/** Where the view goes for one part of a stop; null when the stop has no place on the canvas. */
export function shiftTo(session: Session, stop: Stop, part: number): Shift | null {
  const parts = partsOf(session, stop)
  const rect = parts[Math.min(part, parts.length - 1)]
  if (!rect) return null
  const { width, height } = usable(session)
  const fits = Math.min(width / rect.width, height / rect.height)
  const isOverview = stop.shown === null
  const least = isOverview ? FARTHEST : leastZoom(session)
  const zoom = Math.max(least, Math.min(isOverview ? 1 : CLOSEST, fits))
  return {
    x: AROUND.x + width / 2 - (rect.x + rect.width / 2) * zoom,
    y: AROUND.top + height / 2 - (rect.y + rect.height / 2) * zoom,
    zoom,
  }
}

function leastZoom({ view }: Session): number {
  return view.shift().width < HANDHELD ? HANDHELD_ZOOM : READABLE
}

function usable({ view }: Session): { readonly width: number; readonly height: number } {
  const { width, height } = view.shift()
  return { width: Math.max(1, width - 2 * AROUND.x), height: Math.max(1, height - AROUND.top - AROUND.bottom) }
}

function one(rect: Rect | null): readonly Rect[] {
  return rect ? [rect] : []
}
