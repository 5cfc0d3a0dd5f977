import { type Design, FLOW_KINDS, type Flow, type Id, type Point } from '../model/design'
import { leadingFlows } from './bundles'
import type { LaneLines } from './lanes/lane-lines'
import { obstaclesOf } from './obstacles'
import { routeFlows } from './routing'
import { sceneOf } from './scene'
import { givenTask, type Task } from './task'

/**
 * The line of each flow that is in sight, from edge to edge of its two blocks; in the order in which they are drawn. Of
 * flows that are one line, see `bundlesOf`, the first has it.
 */
export type Routes = ReadonlyMap<Id, readonly Point[]>

/** Finds the lines of a design. The same design gives the same lines. */
export interface Router {
  /**
   * Lines of all flows: the bends of the file where both ends still touch their blocks and no other block stands in
   * their way, else an orthogonal line of our own. Flows with an end that has no place are left out.
   */
  routesOf(design: Design): Routes
  /**
   * The same lines after the blocks, rooms or flows of `ids` changed: only flows that touch them, or that they now stand
   * in the way of, are routed again, in what the other lines leave free. For the frames of a drag.
   */
  reroute(design: Design, routes: Routes, ids: ReadonlySet<Id>): Routes
}

/** A router that finds lines over lanes where it can, when it is given how, and one by one where it cannot. */
export function routerWith(laneLines: LaneLines | null): Router {
  return {
    routesOf: design => routesAfter(laneLines, design, new Map(), () => false),
    reroute: (design, routes, ids) => routesAfter(laneLines, design, routes, id => ids.has(id)),
  }
}

const NO_LINES: Routes = new Map()

function routesAfter(
  laneLines: LaneLines | null,
  design: Design,
  before: Routes,
  isChanged: (id: Id) => boolean,
): Routes {
  const scene = sceneOf(design)
  const doesTouch = (flow: Flow): boolean =>
    isChanged(flow.id) || [flow.source, flow.target].some(id => isChanged(id) || isChanged(scene.hiddenBy(id) ?? id))
  const flows = leadingFlows(design, scene, flowsInOrder(design))
  const obstacles = obstaclesOf(scene)
  const given: Task[] = []
  const free: Flow[] = []
  for (const flow of flows) {
    const kept = doesTouch(flow) ? undefined : before.get(flow.id)
    const task = givenTask(scene, obstacles, flow, kept) ?? givenTask(scene, obstacles, flow, flow.bends)
    if (task) given.push(task)
    else free.push(flow)
  }
  const inLanes = laneLines && free.length > 0 ? laneLines({ design, scene, obstacles }, given, free) : NO_LINES
  const laid = free.flatMap(flow => givenTask(scene, obstacles, flow, inLanes.get(flow.id)) ?? [])
  const rest = free.filter(flow => !laid.some(task => task.flow === flow))
  const lines = routeFlows(design, scene, [...given, ...laid], rest)
  return new Map(flows.flatMap(({ id }) => (lines.has(id) ? [[id, lines.get(id) ?? []]] : [])))
}

/** Later flows lie on top, so the request path comes last. Then by id. */
function flowsInOrder(design: Design): Flow[] {
  const rank = (flow: Flow) => (flow.kind === 'request' ? FLOW_KINDS.length : 0)
  return Object.values(design.flows).sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
}
