import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { invariant } from '../../model/invariant'
import type { CanvasState, CanvasStore } from './canvas-store'

export const CanvasContext = createContext<CanvasStore | null>(null)

/** One value of the canvas between two edits. */
export function useCanvas<T>(choose: (canvas: CanvasState) => T): T {
  const canvas = useContext(CanvasContext)
  invariant(canvas, 'useCanvas is used outside the canvas')
  return useStore(canvas, choose)
}
