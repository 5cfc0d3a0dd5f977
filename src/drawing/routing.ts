import type { Design, Flow, Id, Point } from '../model/design'
import { bestLine } from './best-line'
import { type Box, boxAround, boxBetween, doOverlap, grown, runsOf } from './geometry'
import { groundOf } from './ground'
import { assignPorts } from './ports'
import { endsOf, type Scene } from './scene'
import { createSideChooser } from './sides'
import { berthsOf, stretchOf, type Task } from './task'

/** Further off than this, nothing matters to a line. */
const REACH = 400

/** Lines of the flows that have one, and new ones for the free flows in what those leave. */
export function routeFlows(
  design: Design,
  scene: Scene,
  given: readonly Task[],
  free: readonly Flow[],
): Map<Id, readonly Point[]> {
  const lines = new Map(given.map(({ flow, line }) => [flow.id, line ?? []]))
  const region = regionOf(scene, free)
  if (!region) return lines
  const near = given.filter(({ line = [] }) => runsOf(line).some(({ a, b }) => doOverlap(boxBetween(a, b), region)))
  const chooser = createSideChooser(groundOf(design, scene, region, true))
  for (const { source, target, sides, line = [] } of near) chooser.note(source, target, sides, line)
  const tasks = nearestFirst(scene, free).flatMap(flow => {
    const ends = endsOf(scene, flow)
    return ends ? [{ flow, ...ends, sides: chooser.choose(flow, ends.source, ends.target) }] : []
  })
  const ground = groundOf(design, scene, region)
  for (const { line = [] } of near) ground.addFlow(line)
  const ports = assignPorts([...near, ...tasks].flatMap(berthsOf))
  const stretches = tasks.flatMap(task => {
    const stretch = stretchOf(task, ports)
    return stretch ? [{ id: task.flow.id, stretch, distance: distanceOf(stretch.source, stretch.target) }] : []
  })
  for (const { id, stretch } of stretches.sort((a, b) => a.distance - b.distance)) {
    const line = bestLine(ground, stretch)
    ground.addFlow(line)
    lines.set(id, line)
  }
  return lines
}

/** Everything that may matter to these flows; null when none of them is in sight. */
function regionOf(scene: Scene, flows: readonly Flow[]): Box | null {
  const boxes = flows.flatMap(flow => {
    const ends = endsOf(scene, flow)
    return ends ? [ends.source.box, ends.target.box] : []
  })
  const around = boxAround(boxes)
  return around && grown(around, REACH)
}

/** Near neighbours choose their sides first: their lines are the ones that can be straight. */
function nearestFirst(scene: Scene, flows: readonly Flow[]): Flow[] {
  const distances = new Map(
    flows.map(flow => {
      const ends = endsOf(scene, flow)
      return [flow, ends ? distanceOf(ends.source.box, ends.target.box) : 0]
    }),
  )
  return [...flows].sort((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0))
}

function distanceOf(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
}
