import { type Design, FLOW_KINDS, type Flow, type Id, type Point } from '../model/design'
import { routeFlows } from './routing'
import { sceneOf } from './scene'
import { givenTask, type Task } from './task'

/** The line of each flow that is in sight, from edge to edge of its two blocks; in the order in which they are drawn. */
export type Routes = ReadonlyMap<Id, readonly Point[]>

/**
 * Lines of all flows: the bends of the file where both ends still touch their blocks, else an orthogonal line of our own.
 * The same design gives the same lines. Flows with an end that has no place are left out.
 */
export function routesOf(design: Design): Routes {
  return routesAfter(design, new Map(), () => false)
}

/**
 * The same lines after the blocks, rooms or flows of `ids` changed: only flows that touch them are routed again, in what
 * the other lines leave free. For the frames of a drag.
 */
export function reroute(design: Design, routes: Routes, ids: ReadonlySet<Id>): Routes {
  return routesAfter(design, routes, id => ids.has(id))
}

function routesAfter(design: Design, before: Routes, isChanged: (id: Id) => boolean): Routes {
  const scene = sceneOf(design)
  const doesTouch = (flow: Flow): boolean =>
    isChanged(flow.id) || [flow.source, flow.target].some(id => isChanged(id) || isChanged(scene.hiddenBy(id) ?? id))
  const flows = flowsInOrder(design)
  const given: Task[] = []
  const free: Flow[] = []
  for (const flow of flows) {
    const kept = doesTouch(flow) ? undefined : before.get(flow.id)
    const task = givenTask(scene, flow, kept) ?? givenTask(scene, flow, flow.bends)
    if (task) given.push(task)
    else free.push(flow)
  }
  const lines = routeFlows(design, scene, given, free)
  return new Map(flows.flatMap(({ id }) => (lines.has(id) ? [[id, lines.get(id) ?? []]] : [])))
}

/** Later flows lie on top, so the request path comes last. Then by id. */
function flowsInOrder(design: Design): Flow[] {
  const rank = (flow: Flow) => (flow.kind === 'request' ? FLOW_KINDS.length : 0)
  return Object.values(design.flows).sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
}
