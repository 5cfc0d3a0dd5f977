import { useLayoutEffect } from 'react'
import { hopsOf } from '../../drawing/hops'
import { labelsOf } from '../../drawing/label'
import type { Routes } from '../../drawing/router'
import type { Design } from '../../model/design'
import { useSession } from '../session/hooks'
import type { CanvasStore } from './canvas-store'
import { displaced } from './displaced'
import { reconcileFlows, reconcileNodes } from './reconcile'
import { canvasRouter, lanesLoaded } from './router'

/**
 * Up to this many flows all lines are found anew after a change of places, so that the canvas shows the very lines that
 * a picture of the design would. Above it only those that the change touched are: finding 1,500 lines takes a second.
 */
const ALL_AT_ONCE = 250

/** Keeps the canvas in step with the design and the selection. */
export function useFollowDesign(canvas: CanvasStore): void {
  const session = useSession()
  useLayoutEffect(() => {
    const { document, editor } = session
    const show = () => {
      const design = session.design()
      const { blocks, flows, groups } = editor.getState()
      canvas.setState(state => ({
        nodes: kept(state.nodes, reconcileNodes(state.nodes, design, blocks, groups)),
        flows: kept(state.flows, reconcileFlows(state.flows, design, flows)),
      }))
    }
    const route = (design: Design, routes: Routes) =>
      canvas.setState({ routes, hops: hopsOf(routes), labels: labelsOf(design, routes) })
    const routeAll = () => route(session.design(), canvasRouter().routesOf(session.design()))
    routeAll()
    show()
    let isGone = false
    void lanesLoaded.then(() => {
      if (!isGone) routeAll()
    })
    const undesign = document.subscribe(({ design }, { design: before }) => {
      if (design === before) return
      const ids = displaced(before, design)
      if (ids.size > 0) {
        const isSmall = Object.keys(design.flows).length <= ALL_AT_ONCE
        const router = canvasRouter()
        route(design, isSmall ? router.routesOf(design) : router.reroute(design, canvas.getState().routes, ids))
      }
      show()
    })
    const unselect = editor.subscribe((state, before) => {
      if (state.blocks !== before.blocks || state.flows !== before.flows || state.groups !== before.groups) show()
    })
    return () => {
      isGone = true
      undesign()
      unselect()
    }
  }, [session, canvas])
}

/** The list as it was where nothing in it changed: React Flow goes through a new one from end to end. */
function kept<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  return before.length === after.length && before.every((each, i) => each === after[i]) ? before : after
}
