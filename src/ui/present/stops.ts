import { slowestRequest } from '../../budget/latency'
import { type Scene, sceneOf } from '../../drawing/scene'
import { type Graph, graphOf } from '../../graph/graph'
import { numberOf } from '../../graph/props'
import { formatNumber } from '../../kinds/figures'
import { STEP_NAMES, stepNumber } from '../../kinds/steps'
import { type Block, type Design, type Flow, type Id, STEPS, type Step } from '../../model/design'
import { contentsOf } from '../../model/groups'
import { type Coverage, totalOf } from '../../rules/coverage'
import { stepOf } from '../canvas/step-of'
import { presentedStops as say } from '../messages/en'

/** The ways through a design: step by step, along the slowest request path, from room to room. */
export const WALKS = ['steps', 'path', 'rooms'] as const
export type Walk = (typeof WALKS)[number]

/** A text beside a stop, in Markdown, under the name of what it belongs to. */
export interface StopNote {
  readonly title: string
  readonly text: string
}

/** One thing that a presentation shows. */
export interface Stop {
  /** What the digit keys call it; null for an overview. */
  readonly number: number | null
  readonly title: string
  /** Short facts beside the title: "8 blocks", "62 of 148 ms". */
  readonly facts: readonly string[]
  readonly step?: Step
  /** Blocks, flows and rooms that stand out while the others stand back; null: nothing stands back. */
  readonly lit: ReadonlySet<Id> | null
  /** What is spoken of right now, in the accent. */
  readonly now: ReadonlySet<Id>
  /** The blocks and rooms that the view is to show; null: the whole design. */
  readonly shown: readonly Id[] | null
  readonly notes: readonly StopNote[]
}

const NONE: ReadonlySet<Id> = new Set()

/**
 * The stops of a walk, in order, between an overview of the design at the start and one at the end. A walk for which the
 * design has nothing, such as a request path without a client, has none at all.
 */
export function stopsOf(design: Design, walk: Walk, coverage: Coverage | null): readonly Stop[] {
  const scene = sceneOf(design)
  const stops = between(design, walk, coverage).map(stop => inSight(scene, stop))
  if (stops.length === 0) return []
  const overview = overviewOf(design, coverage)
  return [overview, ...stops, overview]
}

function between(design: Design, walk: Walk, coverage: Coverage | null): readonly Stop[] {
  switch (walk) {
    case 'steps':
      return stepStops(design, coverage)
    case 'path':
      return pathStops(design)
    case 'rooms':
      return roomStops(design)
  }
}

/** What lies in a collapsed room is shown by the room. */
function inSight(scene: Scene, stop: Stop): Stop {
  const seen = (id: Id) => scene.hiddenBy(id) ?? id
  return {
    ...stop,
    lit: stop.lit && new Set([...stop.lit, ...[...stop.lit].map(seen)]),
    now: new Set([...stop.now].map(seen)),
    shown: stop.shown && [...new Set(stop.shown.map(seen))],
  }
}

function overviewOf(design: Design, coverage: Coverage | null): Stop {
  const { title, summary } = design.about.design
  const all = coverage && totalOf(coverage)
  const flows = Object.keys(design.flows).length
  return {
    number: null,
    title,
    facts: [say.blocks(graphOf(design).blocks.length), say.flows(flows), ...covered(all)],
    lit: null,
    now: NONE,
    shown: null,
    notes: summary ? [{ title: say.summary, text: summary }] : [],
  }
}

/** The steps that have blocks. Notes on the canvas belong to no step. */
function stepStops(design: Design, coverage: Coverage | null): Stop[] {
  return STEPS.flatMap(step => {
    const blocks = placed(design).filter(block => stepOf(block) === step)
    if (blocks.length === 0) return []
    const text = design.brief.design.notes?.[step]
    return {
      number: stepNumber(step),
      title: STEP_NAMES[step],
      facts: [say.blocks(blocks.length), ...covered(coverage?.[step] ?? null)],
      step,
      lit: litBy(design, blocks),
      now: NONE,
      shown: blocks.map(block => block.id),
      notes: [...(text ? [{ title: STEP_NAMES[step], text }] : []), ...notesOf(blocks)],
    }
  })
}

/** The blocks of the slowest request path as the request passes them, with the time up to each. */
function pathStops(design: Design): Stop[] {
  const graph = graphOf(design)
  const path = slowestRequest(graph)
  if (!path) return []
  const along = path.parts.map(part => part.block.id)
  const lit = new Set([...along, ...requestsAmong(graph, new Set(along)).map(flow => flow.id)])
  let sum = 0
  return path.parts.map(({ block, ms }, index) => {
    sum += ms
    const calls = requestsAmong(graph, new Set(along.slice(0, index + 1))).filter(flow => flow.target === block.id)
    return {
      number: index + 1,
      title: block.label,
      facts: [...(ms > 0 ? [say.here(formatNumber(ms, 'ms'))] : []), runningText(graph, sum, path.value)],
      step: stepOf(block),
      lit,
      now: new Set([block.id, ...calls.map(flow => flow.id)]),
      shown: [block.id],
      notes: notesOf([block]),
    }
  })
}

/** "62 of 148 ms"; at the last block with what the brief allows. */
function runningText(graph: Graph, sum: number, whole: number): string {
  const target = numberOf(graph.brief, 'latencyP99Ms')
  const [soFar = '', unit] = formatNumber(sum, 'ms').split(/\s/)
  const all = formatNumber(whole, 'ms')
  const text = say.soFar(unit !== undefined && all.endsWith(unit) ? soFar : formatNumber(sum, 'ms'), all)
  return sum >= whole && target !== undefined ? say.allowed(text, formatNumber(target, 'ms')) : text
}

function requestsAmong(graph: Graph, ids: ReadonlySet<Id>): readonly Flow[] {
  return graph.flows.filter(flow => flow.kind === 'request' && ids.has(flow.source) && ids.has(flow.target))
}

/** The outermost rooms from left to right, then the blocks that stand in none. */
function roomStops(design: Design): Stop[] {
  const rooms = Object.values(design.groups)
    .filter(room => room.at && room.size && (room.group === undefined || !Object.hasOwn(design.groups, room.group)))
    .sort((a, b) => (a.at?.x ?? 0) - (b.at?.x ?? 0) || (a.at?.y ?? 0) - (b.at?.y ?? 0))
  if (rooms.length === 0) return []
  const stops = rooms.map((room, index): Stop => {
    const inside = contentsOf(design, [room.id])
    const blocks = placed(design).filter(block => inside.blocks.has(block.id))
    return {
      number: index + 1,
      title: room.label,
      facts: [say.blocks(blocks.length)],
      lit: new Set([...litBy(design, blocks), ...inside.groups]),
      now: new Set([room.id]),
      shown: [room.id, ...blocks.map(block => block.id)],
      notes: notesOf(blocks),
    }
  })
  const loose = placed(design).filter(({ group }) => group === undefined || !Object.hasOwn(design.groups, group))
  return loose.length === 0 ? stops : [...stops, looseStop(design, loose, stops.length + 1)]
}

function looseStop(design: Design, blocks: readonly Block[], number: number): Stop {
  return {
    number,
    title: say.outsideRooms,
    facts: [say.blocks(blocks.length)],
    lit: litBy(design, blocks),
    now: NONE,
    shown: blocks.map(block => block.id),
    notes: notesOf(blocks),
  }
}

/** Blocks on the canvas but for notes, from left to right and from top to bottom. */
function placed(design: Design): Block[] {
  return Object.values(design.blocks)
    .filter(block => block.at && block.kind !== 'note')
    .sort((a, b) => (a.at?.x ?? 0) - (b.at?.x ?? 0) || (a.at?.y ?? 0) - (b.at?.y ?? 0))
}

/** These blocks with every flow that begins or ends at one of them. */
function litBy(design: Design, blocks: readonly Block[]): ReadonlySet<Id> {
  const ids = new Set(blocks.map(block => block.id))
  const touching = Object.values(design.flows).filter(flow => ids.has(flow.source) || ids.has(flow.target))
  return new Set([...ids, ...touching.map(flow => flow.id)])
}

function notesOf(blocks: readonly Block[]): StopNote[] {
  return blocks.flatMap(({ label, notes }) => (notes ? [{ title: label, text: notes }] : []))
}

function covered(checks: { readonly met: number; readonly of: number } | null): string[] {
  return checks && checks.of > 0 ? [say.covered(checks.met, checks.of)] : []
}
