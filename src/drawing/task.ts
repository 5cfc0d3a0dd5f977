import type { Flow, Point } from '../model/design'
import { type Berth, berthKey } from './berth'
import type { Stretch } from './candidates'
import { type Port, type Side, sideAt } from './geometry'
import type { Obstacles } from './obstacles'
import { type End, endsOf, type Scene } from './scene'

/** A flow to draw: its ends, the sides it leaves and enters by, and its line where that is given. */
export interface Task {
  readonly flow: Flow
  readonly source: End
  readonly target: End
  readonly sides: readonly [source: Side, target: Side]
  readonly line?: readonly Point[]
}

/** A flow's bends may miss their blocks by this much: files are written in whole pixels, by several programs. */
const TOUCH = 6

/** A flow with a line that touches its two blocks and runs through no other; null otherwise. */
export function givenTask(
  scene: Scene,
  obstacles: Obstacles,
  flow: Flow,
  line: readonly Point[] | undefined,
): Task | null {
  const [first, last] = [line?.[0], line?.at(-1)]
  const ends = line && line.length >= 2 ? endsOf(scene, flow) : null
  if (!ends || !line || !first || !last) return null
  const source = sideAt(ends.source.box, first, TOUCH)
  const target = sideAt(ends.target.box, last, TOUCH)
  if (!source || !target || obstacles.areIn(line, ends)) return null
  return { flow, ...ends, sides: [source, target], line }
}

/** The two ends of a flow as they lie on the sides of their boxes. */
export function berthsOf({ flow, source, target, sides, line }: Task): Berth[] {
  const [first, last] = [line?.[0], line?.at(-1)]
  const out = { box: source.box, side: sides[0] }
  const into = { box: target.box, side: sides[1] }
  return [
    { flow: flow.id, end: 'source', owner: source.id, ...out, other: into, ...(first ? { fixed: first } : {}) },
    { flow: flow.id, end: 'target', owner: target.id, ...into, other: out, ...(last ? { fixed: last } : {}) },
  ]
}

/** What the line of a flow has to join, once its ports are known; null before. */
export function stretchOf(task: Task, ports: ReadonlyMap<string, Port>): Stretch | null {
  const source = ports.get(berthKey(task.flow.id, 'source'))
  const target = ports.get(berthKey(task.flow.id, 'target'))
  return source && target ? { source, target, sourceBox: task.source.box, targetBox: task.target.box } : null
}
