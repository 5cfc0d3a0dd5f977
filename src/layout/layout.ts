import type { Design, Id } from '../model/design'
import { applyEdit, type Edit } from '../model/edit'
import { withCardsInOrder } from './card-order'
import { columns } from './columns'
import { type Elk, elkEngine } from './elk-engine'
import { groupsAround } from './frames'
import { type Parts, partsOf } from './parts'
import type { Engine, Placement } from './placement'
import { roomsEngine } from './rooms/rooms-engine'
import { measure, score } from './score'
import { settle } from './settle'

export interface LayoutOptions {
  /** ELK, in a worker or in this thread. */
  readonly elk: Elk
  /** The rooms engine where it does not run in this thread. */
  readonly rooms?: Engine
  /** Lays out these blocks alone, and the members of these groups; all else stays where it is. */
  readonly ids?: ReadonlySet<Id>
  /** The one engine to use; without it each is tried and the best drawing wins. */
  readonly engine?: EngineName
  /** When it fires, the best drawing so far is taken. */
  readonly signal?: AbortSignal
}

/** `elk`: its layered algorithm, for any design. `rooms`: a floor plan, for up to some seventy blocks. */
export type EngineName = 'elk' | 'rooms'

/**
 * The edit that tidies a design: new places of blocks, lines of flows and frames of groups. The same design gives the
 * same edit, whatever the order of its tables. Locked blocks stay. An engine that fails gives way to the next, at last
 * to plain columns. Rejects only when the signal fires before any engine has an answer; nothing is moved then.
 */
export async function layout(design: Design, options: LayoutOptions): Promise<Edit> {
  const engines = enginesOf(options)
  let tidied = design
  const changes = []
  for (const ids of regionsOf(design, options.ids)) {
    const parts = partsOf(tidied, ids)
    const placement = withCardsInOrder(tidied, parts, await bestPlacement(parts, engines, options.signal))
    const step = settle(tidied, parts, placement, ids)
    changes.push(...step)
    tidied = applyEdit(tidied, { label: '', changes: step })
  }
  return { label: 'Tidy', changes }
}

function enginesOf({ elk, rooms = roomsEngine, engine }: LayoutOptions): readonly Engine[] {
  const engines: Readonly<Record<EngineName, Engine>> = { elk: elkEngine(elk), rooms }
  return engine ? [engines[engine]] : Object.values(engines)
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
  const points = placements.map(placement => score(measure(parts, placement)))
  return placements[points.indexOf(Math.min(...points))] as Placement
}

/**
 * What is laid out at a time: everything at once, or the part of a selection in each group for itself, because a part
 * of a group must stay in its frame.
 */
function regionsOf(design: Design, ids: ReadonlySet<Id> | undefined): readonly (ReadonlySet<Id> | undefined)[] {
  if (!ids) return [undefined]
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
