import type { Design, Id } from '../model/design'
import { applyEdit, type Change, type Edit } from '../model/edit'
import { resizeGroup } from '../model/groups'
import { withCardsInOrder } from './card-order'
import { columns } from './columns'
import type { Elk } from './elk-engine'
import { type EngineName, enginesFor } from './engines'
import { collapsedRooms, folded, frameAround, insideOf } from './folded'
import { frameOf, groupsAround } from './frames'
import { mended } from './mend'
import { type Parts, partsOf } from './parts'
import type { Engine, Placement } from './placement'
import { type RoomsEngine, roomsEngine } from './rooms/rooms-engine'
import { standingOf } from './rooms/standing'
import { measure, score } from './score'
import { settle } from './settle'
import { areOnGrid, hasLine } from './settled'

export interface LayoutOptions {
  /** ELK, in a worker or in this thread. */
  readonly elk: Elk
  /** The rooms engine where it does not run in this thread. */
  readonly rooms?: RoomsEngine
  /** Lays out these blocks alone, and the members of these groups; all else stays where it is. */
  readonly ids?: ReadonlySet<Id>
  /** The one engine to use, from scratch; without it each is tried and the best drawing wins. */
  readonly engine?: EngineName
  /** Another number draws another picture; 0 when absent. */
  readonly seed?: number
  /** What becomes of a layout that is there: see `Mode`. */
  readonly mode?: Mode
  /** Whether the first drawing from scratch is enough; else further searches may find a better one. */
  readonly isQuick?: boolean
  /** Gets the edit to the first drawing of a whole design from scratch while the search for a better one goes on. */
  readonly onQuick?: (edit: Edit) => void
  /** When it fires, the best drawing so far is taken. */
  readonly signal?: AbortSignal
}

/**
 * `again`: blocks in rows and columns keep their cells, new ones find theirs; after an edit to another layout what
 * stands keeps its place; without either, everything is laid out. `follow`: the same, but a layout that is there is
 * never given up: for auto-tidy. `scratch`: everything is laid out.
 */
export type Mode = 'again' | 'follow' | 'scratch'

/**
 * The edit that tidies a design: new places of blocks, lines of flows and frames of groups. The same design gives the
 * same edit, whatever the order of its tables. Locked blocks stay. An engine that fails gives way to the next, at last
 * to plain columns. A collapsed room is laid out as one block, and all in it goes its way.
 * Rejects only when the signal fires before any engine has an answer; nothing is moved then.
 */
export async function layout(design: Design, options: LayoutOptions): Promise<Edit> {
  const inner = await laidOutInside(design, options)
  const stood = applyEdit(design, inner)
  const folds = folded(stood, new Set(inner.changes.map(change => change.id)))
  if (!folds) return laidOutOpen(design, options)
  const whole = (edit: Edit): Edit => {
    const outer = folds.unfold(edit)
    return { ...outer, changes: [...inner.changes, ...outer.changes] }
  }
  const { ids, onQuick } = options
  const shown: { quick: Edit | null; whole: Edit | null } = { quick: null, whole: null }
  const edit = await laidOutOpen(folds.design, {
    ...options,
    ...(ids ? { ids: folds.fold(ids) } : {}),
    onQuick: quick => {
      shown.quick = quick
      shown.whole = whole(quick)
      onQuick?.(shown.whole)
    },
  })
  // Who showed the quick edit knows by its identity that it turned out best.
  return edit === shown.quick && shown.whole ? shown.whole : whole(edit)
}

const NOTHING: Edit = { label: 'Tidy', changes: [] }

/**
 * Places for what collapsed rooms hide, where it has none yet or is off the grid: each room by itself, with its frame
 * around it. A room that stands keeps its inside for when it is opened.
 */
async function laidOutInside(design: Design, { onQuick: _, ids, ...options }: LayoutOptions): Promise<Edit> {
  const changes: Change[] = []
  for (const room of ids ? [] : collapsedRooms(design)) {
    const inside = insideOf(design, room.id)
    const isOnGrid = areOnGrid(inside, partsOf(inside))
    const isStanding = isOnGrid && Object.values(inside.blocks).every(block => block.at)
    if (isStanding && frameOf(room)) continue
    const edit = isStanding ? NOTHING : await layout(inside, { ...options, mode: isOnGrid ? 'follow' : 'again' })
    const frame = frameAround(applyEdit(inside, edit))
    if (frame) changes.push(...edit.changes, ...resizeGroup(design, room.id, frame).changes)
  }
  return { label: 'Tidy', changes }
}

/** A design without collapsed rooms, or one whose collapsed rooms are folded to blocks. */
async function laidOutOpen(design: Design, options: LayoutOptions): Promise<Edit> {
  const kept = options.ids || options.engine ? null : await laidOutAgain(design, options)
  if (kept) return { label: 'Tidy', changes: kept }
  return options.ids ? laidOutInRegions(design, options.ids, options) : laidOut(design, options)
}

/** The changes that keep the layout that is there, or null when there is none to keep. */
async function laidOutAgain(design: Design, options: LayoutOptions): Promise<Change[] | null> {
  const { mode = 'again', rooms = roomsEngine, signal } = options
  if (mode === 'scratch') return null
  const parts = partsOf(design)
  if (mode === 'again' && !areOnGrid(design, parts)) return null
  const isWhole =
    Object.values(design.blocks).every(block => block.at) && parts.flows.every(flow => hasLine(design, flow))
  const standing = standingOf(design, parts)
  if (!standing) return isWhole && mode === 'again' ? null : mended(design, parts)
  if (isWhole && standing.waiting.length === 0) return []
  const placement = await rooms({ parts, standing }, signal)
  if (!placement) return null
  return settle(design, parts, withCardsInOrder(design, parts, placement), { kept: new Set(standing.cells.keys()) })
}

/** Everything from scratch: what draws best, then what further searches of the rooms find, where that is better. */
async function laidOut(design: Design, options: LayoutOptions): Promise<Edit> {
  const { signal, engine, isQuick = false, onQuick, rooms = roomsEngine, seed = 0 } = options
  const parts = partsOf(design)
  const first = await bestPlacement(parts, enginesFor(options), signal)
  const quick = editTo(design, parts, first)
  if (isQuick || (engine !== undefined && engine !== 'rooms') || signal?.aborted) return quick
  onQuick?.(quick)
  let best = first
  for (const further of FURTHER_SEARCHES) {
    const next = await rooms({ parts, seed: seed + further }, signal)
    if (next && pointsOf(parts, next) < pointsOf(parts, best)) best = next
    if (!next || signal?.aborted) break
  }
  return best === first ? quick : editTo(design, parts, best)
}

/** Seeds of the searches after the first, far from those that people type. */
const FURTHER_SEARCHES = [500_000_000, 600_000_000]

function editTo(design: Design, parts: Parts, placement: Placement): Edit {
  return { label: 'Tidy', changes: settle(design, parts, withCardsInOrder(design, parts, placement)) }
}

/** Each part of a selection from scratch for itself. */
async function laidOutInRegions(design: Design, chosen: ReadonlySet<Id>, options: LayoutOptions): Promise<Edit> {
  const engines = enginesFor(options)
  let tidied = design
  const changes: Change[] = []
  for (const ids of regionsOf(design, chosen)) {
    const parts = partsOf(tidied, ids)
    const placement = withCardsInOrder(tidied, parts, await bestPlacement(parts, engines, options.signal))
    const step = settle(tidied, parts, placement, { ids })
    changes.push(...step)
    tidied = applyEdit(tidied, { label: '', changes: step })
  }
  return { label: 'Tidy', changes }
}

/** The best drawing of all engines, by score. A lone answer is taken as it is. */
async function bestPlacement(parts: Parts, engines: readonly Engine[], signal?: AbortSignal): Promise<Placement> {
  if (parts.blocks.length === 0) return columns(parts)
  const answers = await Promise.all(engines.map(engine => engine(parts, signal)))
  const placements = answers.filter(placement => placement !== null)
  if (placements.length === 0) signal?.throwIfAborted()
  const [first, ...rest] = placements
  if (!first) return columns(parts)
  if (rest.length === 0) return first
  const points = placements.map(placement => pointsOf(parts, placement))
  return placements[points.indexOf(Math.min(...points))] as Placement
}

function pointsOf(parts: Parts, placement: Placement): number {
  return score(measure(parts, placement))
}

/** The part of a selection in each group: what is laid out at a time, because it must stay in its frame. */
function regionsOf(design: Design, ids: ReadonlySet<Id>): readonly ReadonlySet<Id>[] {
  const parts = partsOf(design, ids)
  const whole = new Set(parts.groups.map(group => group.id))
  const regions = new Map<Id | undefined, Set<Id>>()
  for (const { id } of parts.blocks) {
    const around = groupsAround(design, design.blocks[id]?.group).find(group => !whole.has(group.id))?.id
    const region = regions.get(around) ?? new Set()
    regions.set(around, region.add(id))
  }
  return [...regions.values()]
}
