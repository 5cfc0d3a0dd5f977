import { useLayoutEffect } from 'react'
import { hopsOf } from '../../drawing/hops'
import { labelsOf } from '../../drawing/label'
import { routesOf } from '../../drawing/route'
import { useSession } from '../session/hooks'
import type { CanvasStore } from './canvas-store'
import { reconcileFlows, reconcileNodes } from './reconcile'

/** Keeps the canvas in step with the design and the selection. */
export function useFollowDesign(canvas: CanvasStore): void {
  const session = useSession()
  useLayoutEffect(() => {
    const { document, editor } = session
    const show = () => {
      const design = session.design()
      const { blocks, flows } = editor.getState()
      canvas.setState(state => ({
        nodes: reconcileNodes(state.nodes, design, blocks),
        flows: reconcileFlows(state.flows, design, flows),
      }))
    }
    const route = () => {
      const design = session.design()
      const routes = routesOf(design)
      canvas.setState({ routes, hops: hopsOf(routes), labels: labelsOf(design, routes) })
    }
    route()
    show()
    const undesign = document.subscribe((state, before) => {
      if (state.design === before.design) return
      if (
        state.design.blocks !== before.design.blocks ||
        state.design.flows !== before.design.flows ||
        state.design.groups !== before.design.groups
      )
        route()
      show()
    })
    const unselect = editor.subscribe((state, before) => {
      if (state.blocks !== before.blocks || state.flows !== before.flows) show()
    })
    return () => {
      undesign()
      unselect()
    }
  }, [session, canvas])
}
