import { type Router, routerWith } from '../../drawing/router'

let router: Router = routerWith(null)

/**
 * The router of the canvas. Until the lanes are loaded, which the first paint does not wait for, it finds the lines one
 * by one that the file does not give.
 */
export function canvasRouter(): Router {
  return router
}

/** Resolves when `canvasRouter` finds the same lines as pictures have. */
export const lanesLoaded: Promise<void> = import('../../drawing/route').then(({ fullRouter }) => {
  router = fullRouter
})
