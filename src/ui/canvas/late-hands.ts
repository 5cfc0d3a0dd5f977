import type { Id, Point } from '../../model/design'

/** What the code of the hands does for a drag; it loads after the first paint. */
export interface Hands {
  /** The places that what is dragged takes: as asked, or drawn to a guide. Marks the flow that it would join. */
  follow(moved: ReadonlyMap<string, Point>): ReadonlyMap<string, Point>
  /** Ends a drag. Whether that was more than a move and is done; copies are never more. */
  drop(to: ReadonlyMap<string, Point>, isCopy: boolean): boolean
  /** Marks the flow that a new block of a kind would join at a place of the window; null ends it. */
  hover(kind: string, at: Point | null): void
  /** The flow that is marked now and takes what is dragged. */
  target(): Id | null
}

let provided: Hands | null = null

/** Hands over what the canvas on screen does with a drag; null when it goes. */
export function provideHands(hands: Hands | null): void {
  provided = hands
}

/** What was handed over; null before it is loaded: then a drag only moves. */
export function hands(): Hands | null {
  return provided
}
