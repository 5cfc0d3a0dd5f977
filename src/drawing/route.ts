import type { Design, Id } from '../model/design'
import { laneLines } from './lanes/lane-lines'
import { type Routes, routerWith } from './router'

/** The router of every picture, and of the canvas once it is loaded. Pure, so that what does not route leaves it out. */
export const fullRouter = /* @__PURE__ */ routerWith(laneLines)

/** The lines of all flows: see `Router`. */
export function routesOf(design: Design): Routes {
  return fullRouter.routesOf(design)
}

/** The lines of all flows after some blocks, rooms or flows changed: see `Router`. */
export function reroute(design: Design, routes: Routes, ids: ReadonlySet<Id>): Routes {
  return fullRouter.reroute(design, routes, ids)
}
