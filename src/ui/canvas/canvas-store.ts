import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FlowLabel } from '../../drawing/label'
import type { Id, Point } from '../../model/design'
import type { CanvasFlow, CanvasNode } from './reconcile'

/** A flow that is being drawn: from a block to where the pointer is. */
export interface Pending {
  readonly from: Id
  /** The block under the pointer, when there is one. */
  readonly over: Id | null
  /** Why the block under the pointer is refused; null when it is fine. */
  readonly reason: string | null
  /** The pointer on screen. */
  readonly x: number
  readonly y: number
}

/** What the canvas shows between two edits: nodes with their live places, the lines of flows, a gesture in progress. */
export interface CanvasState {
  readonly nodes: readonly CanvasNode[]
  readonly flows: readonly CanvasFlow[]
  /** The line of each flow, ends included, in canvas pixels. */
  readonly routes: ReadonlyMap<Id, readonly Point[]>
  /** Where lines hop over another flow, by the flow that hops. */
  readonly hops: ReadonlyMap<Id, readonly Point[]>
  /** Where the labels of flows stand. */
  readonly labels: ReadonlyMap<Id, FlowLabel>
  readonly pending: Pending | null
  /** Blocks that the flow which is being drawn cannot join: they stand back. */
  readonly refused: ReadonlySet<Id>
  /** Rooms that would gain a member if what is dragged were let go now. */
  readonly joins: ReadonlySet<Id>
  /** Where the blocks that are being dragged stood, for the dashed outline. */
  readonly origins: readonly { readonly id: Id; readonly at: Point; readonly width: number; readonly height: number }[]
}

export type CanvasStore = StoreApi<CanvasState>

export function createCanvasStore(): CanvasStore {
  return createStore<CanvasState>(() => ({
    nodes: [],
    flows: [],
    routes: new Map(),
    hops: new Map(),
    labels: new Map(),
    pending: null,
    refused: new Set(),
    joins: new Set(),
    origins: [],
  }))
}
