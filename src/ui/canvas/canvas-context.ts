import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { invariant } from '../../model/invariant'
import type { CanvasState, CanvasStore } from './canvas-store'

export const CanvasContext = createContext<CanvasStore | null>(null)

/** The store of the canvas between two edits, for handlers. */
export function useCanvasStore(): CanvasStore {
  const canvas = useContext(CanvasContext)
  invariant(canvas, 'useCanvasStore is used outside the canvas')
  return canvas
}

/** One value of the canvas between two edits. */
export function useCanvas<T>(choose: (canvas: CanvasState) => T): T {
  return useStore(useCanvasStore(), choose)
}
