import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Id, Point } from '../../../model/design'
import { invariant } from '../../../model/invariant'
import type { Guidance } from '../guides'

/** A flow that what is dragged lies over. */
export interface Target {
  readonly flow: Id
  /** Why it cannot join there; null when it would. */
  readonly reason: string | null
  /** The pointer on screen. */
  readonly at: Point
}

/** What the hand is about to do, between two edits. */
export interface HandsState {
  readonly guidance: Pick<Guidance, 'lines' | 'gaps'> | null
  readonly target: Target | null
  /** The flow that the pointer rests on. */
  readonly hovered: Id | null
}

export type HandsStore = StoreApi<HandsState>

/** The state of the hands on one canvas. */
export function createHandsStore(): HandsStore {
  return createStore<HandsState>(() => ({ guidance: null, target: null, hovered: null }))
}

export const HandsContext = createContext<HandsStore | null>(null)

/** The state of the hands, for handlers. */
export function useHandsStore(): HandsStore {
  const store = useContext(HandsContext)
  invariant(store, 'useHandsStore is used outside the hands')
  return store
}

/** One value of what the hand is about to do. */
export function useHands<T>(choose: (state: HandsState) => T): T {
  return useStore(useHandsStore(), choose)
}
