import { type Elk, elkEngine } from './elk-engine'
import type { Engine } from './placement'
import { type RoomsEngine, roomsEngine } from './rooms/rooms-engine'

/**
 * `rooms`: a floor plan, for up to some seventy blocks. `layered`: ELK's layered algorithm in its better direction, for
 * any design; `layered-right` and `layered-down` in that one. `lanes`: a lane a step, above each other.
 */
export const ENGINE_NAMES = ['rooms', 'layered', 'layered-right', 'layered-down', 'lanes'] as const
export type EngineName = (typeof ENGINE_NAMES)[number]

interface Choice {
  readonly elk: Elk
  readonly rooms?: RoomsEngine
  readonly engine?: EngineName
  readonly seed?: number
}

/** The engine of that name; without one, those that tidying tries. */
export function enginesFor({ elk, rooms = roomsEngine, engine, seed = 0 }: Choice): readonly Engine[] {
  const engines: Readonly<Record<EngineName, Engine>> = {
    rooms: (parts, signal) => rooms({ parts, seed }, signal),
    layered: elkEngine(elk, { seed }),
    'layered-right': elkEngine(elk, { seed, direction: 'RIGHT' }),
    'layered-down': elkEngine(elk, { seed, direction: 'DOWN' }),
    lanes: (parts, signal) => rooms({ parts, seed, areLanes: true }, signal),
  }
  return engine ? [engines[engine]] : [engines.layered, engines.rooms]
}
