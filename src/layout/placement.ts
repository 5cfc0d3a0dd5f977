import type { Id, Point } from '../model/design'
import type { Parts } from './parts'
import type { Rect } from './rect'

/** Where an engine puts the parts: top left corners of blocks on the grid, whole lines of flows, frames of groups. */
export interface Placement {
  readonly at: ReadonlyMap<Id, Point>
  /** A flow that is missing here is routed where it is drawn. */
  readonly bends: ReadonlyMap<Id, readonly Point[]>
  readonly frames: ReadonlyMap<Id, Rect>
}

/**
 * A way to lay out parts. Resolves with null when it has nothing to offer for these parts (too many, too odd).
 * When the signal fires it resolves with the best it has, or null; it rejects for nothing but a bug.
 */
export type Engine = (parts: Parts, signal?: AbortSignal) => Promise<Placement | null>
