import type { Rect } from '../../layout/rect'
import type { Id, Point, Size } from '../../model/design'

/** How the canvas lies behind the window: moved by so many pixels of the screen, at a zoom. */
export interface Shift extends Point {
  readonly zoom: number
}

/** What commands may ask of the canvas. Before it is mounted nothing happens and there is no point to drop at. */
export interface CanvasView {
  /** Puts the keyboard on the canvas. */
  focus(): void
  /** The canvas point under a place on screen, in canvas pixels; null when that place is not on the canvas. */
  dropPoint(clientX: number, clientY: number): Point | null
  /** The canvas point under the pointer, in canvas pixels; null when the pointer is elsewhere. */
  pointer(): Point | null
  /** What is visible, in canvas pixels. */
  frame(): Point & Size
  /** The middle of what is visible, in canvas pixels. */
  centre(): Point
  /**
   * Moves the view so that these blocks and the middles of these flows are seen, at a zoom of `atLeast` or closer, and
   * not at all when they are.
   */
  show(ids: Iterable<Id>, atLeast?: number): void
  /** The blocks of which something is in sight. */
  seen(): ReadonlySet<Id>
  fit(): void
  /** What the design covers with its lines, in canvas pixels; null while nothing stands on it. */
  bounds(): Rect | null
  /** How the view stands now, with its size in pixels of the screen. */
  shift(): Shift & Size
  /** Moves the view there, gliding where motion is wanted. */
  moveTo(shift: Shift, isGliding: boolean): void
  zoomBy(factor: number): void
  zoomTo(zoom: number): void
  /** Whether the hand is moving something right now. */
  isDragging(): boolean
  /** Lets blocks glide to the places that `change` gives them. */
  glide(change: () => void): void
}

/** The view of a document whose canvas is not on screen. */
export const NO_VIEW: CanvasView = {
  focus: () => {},
  dropPoint: () => null,
  pointer: () => null,
  centre: () => ({ x: 0, y: 0 }),
  frame: () => ({ x: 0, y: 0, width: 0, height: 0 }),
  show: () => {},
  seen: () => new Set(),
  fit: () => {},
  bounds: () => null,
  shift: () => ({ x: 0, y: 0, zoom: 1, width: 0, height: 0 }),
  moveTo: () => {},
  zoomBy: () => {},
  zoomTo: () => {},
  isDragging: () => false,
  glide: change => change(),
}
