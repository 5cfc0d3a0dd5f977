import { type Design, type Flow, type Id, lookUp, type Point } from '../../model/design'
import { type Box, boxBetween, doOverlap, type Run as Piece, runsOf as piecesOf } from '../geometry'
import { createGrid } from '../grid'
import type { Obstacles } from '../obstacles'
import { roomLabel } from '../room-label'
import { type Ends, endsOf, type Scene } from '../scene'
import type { Task } from '../task'
import { type Floor, floorOf } from './floor'
import { type Cell, latticeOf } from './lattice'
import { lineAlong, placesOf } from './places'
import { type Run, runsOf } from './runs'
import { layTracks } from './tracks'
import { waysOf } from './ways'

/** More nodes and flows than this take longer than a frame has; a drag has less time than a drop. */
const MOST_NODES = 4_000
const MOST_FLOWS = 250
const MOST_FLOWS_AROUND = 100

/** What lines are found on: a design as it stands. */
export interface Site {
  readonly design: Design
  readonly scene: Scene
  readonly obstacles: Obstacles
}

/** How lines are found over lanes. */
export type LaneLines = typeof laneLines

/**
 * Lines for the free flows at once, over the lanes between the columns and rows that the blocks stand in: with their
 * crossings weighed against each other and ordered tracks, as the layout in rooms draws them. Flows with a given line
 * are taken to run where they would, and keep their lines. Free flows that find no faultless line are missing; all are
 * when blocks stand in no columns and rows.
 */
export function laneLines(
  site: Site,
  given: readonly Task[],
  free: readonly Flow[],
): ReadonlyMap<Id, readonly Point[]> {
  const { design, scene, obstacles } = site
  const count = given.length + free.length
  const isSmall = count <= (given.length > free.length ? MOST_FLOWS_AROUND : MOST_FLOWS)
  const floor = isSmall ? floorOf(new Map([...scene.blocks, ...scene.collapsed])) : null
  if (!floor || 4 * floor.columns.length * floor.rows.length > MOST_NODES) return new Map()
  const wanted = [...given.map(task => task.flow), ...free].flatMap(flow => wantedOn(floor, scene, flow))
  const owner = new Map([...floor.cells].map(([id, cell]) => [cellKey(cell), ownerOf(design, id)]))
  const roomAt = (column: number, row: number) => owner.get(cellKey({ column, row })) ?? null
  const lattice = latticeOf(floor.columns.length, floor.rows.length, floor.cells, roomAt, new Set())
  const runs = runsOf(lattice, waysOf(lattice, wanted.map(asLink)))
  const all = [...runs.values()].flat()
  layTracks(all)
  const places = placesOf(floor, all, run => boxesAt(run, wanted[run.flow]))
  const isFree = new Set(free.map(flow => flow.id))
  const lines = new Map<Id, readonly Point[]>()
  const isSound = judge(design, scene, given)
  for (const [number, own] of runs) {
    const flow = wanted[number]
    if (!flow || !isFree.has(flow.id)) continue
    const line = lineAlong(own, places, flow.ends.source.box, flow.ends.target.box)
    if (line && !obstacles.areIn(line, flow.ends) && isSound(line)) lines.set(flow.id, line)
  }
  return lines
}

function wantedOn({ cells }: Floor, scene: Scene, flow: Flow): Wanted[] {
  const ends = endsOf(scene, flow)
  const isOnFloor = ends && ends.source.id !== ends.target.id && cells.has(ends.source.id) && cells.has(ends.target.id)
  return isOnFloor ? [{ id: flow.id, kind: flow.kind, ends }] : []
}

/** The flow between what stands for its blocks. */
function asLink({ id, kind, ends }: Wanted): Flow {
  return { id, kind, source: ends.source.id, target: ends.target.id }
}

interface Wanted {
  readonly id: Id
  readonly kind: Flow['kind']
  readonly ends: Ends
}

function cellKey({ column, row }: Cell): string {
  return `${column} ${row}`
}

function ownerOf(design: Design, id: Id): string | null {
  return lookUp(design.blocks, id)?.group ?? lookUp(design.groups, id)?.group ?? null
}

/** The boxes that a run touches: that of its flow's source where it begins there, that of the target where it ends. */
function boxesAt(run: Run, flow: Wanted | undefined): Box[] {
  if (!flow) return []
  const [start, end] = run.isForward ? [run.low, run.high] : [run.high, run.low]
  return [...(start.turn === 0 ? [flow.ends.source.box] : []), ...(end.turn === 0 ? [flow.ends.target.box] : [])]
}

/** Lines closer than this, side by side, look like one. */
const APART = 4

/** Whether a line keeps off the labels of rooms and off all lines that were judged sound before it. */
function judge(design: Design, scene: Scene, given: readonly Task[]): (line: readonly Point[]) => boolean {
  const labels = createGrid<Box>()
  for (const [id, room] of scene.rooms) {
    const { box } = roomLabel(lookUp(design.groups, id)?.label ?? '', room)
    labels.add(box, box)
  }
  const kept = createGrid<Piece>()
  const keep = (line: readonly Point[]) => {
    for (const piece of piecesOf(line)) kept.add(wide(piece), piece)
  }
  for (const { line = [] } of given) keep(line)
  return line => {
    const pieces = piecesOf(line)
    const isSound = pieces.every(piece => {
      let isFree = true
      labels.near(boxBetween(piece.a, piece.b), box => {
        if (doOverlap(boxBetween(piece.a, piece.b), box)) isFree = false
        return !isFree
      })
      kept.near(wide(piece), other => {
        if (isLevel(piece) === isLevel(other) && doOverlap(wide(piece), boxBetween(other.a, other.b))) isFree = false
        return !isFree
      })
      return isFree
    })
    if (isSound) keep(line)
    return isSound
  }
}

function isLevel({ a, b }: Piece): boolean {
  return a.y === b.y
}

/** The ground of a piece and what it keeps free beside it. */
function wide(piece: Piece): Box {
  const box = boxBetween(piece.a, piece.b)
  return isLevel(piece)
    ? { ...box, y: box.y - APART, height: 2 * APART }
    : { ...box, x: box.x - APART, width: 2 * APART }
}
