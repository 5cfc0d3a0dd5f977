import type { Id, Point } from '../model/design'
import { type Box, boxBetween, doOverlap, grown, runsOf } from './geometry'
import { createGrid } from './grid'
import type { Ends, Scene } from './scene'

/** The blocks and collapsed rooms of a scene, as what no line may run through. */
export interface Obstacles {
  /** Whether a line runs through one that is neither of its ends. */
  areIn(line: readonly Point[], ends: Ends): boolean
}

/** Pixels that a line may come into a block: files are written in whole pixels, by several programs. */
const RIM = 2

/** Everything in sight, sorted so that a line is compared with what is near to it alone. */
export function obstaclesOf({ blocks, collapsed }: Scene): Obstacles {
  const solid = createGrid<readonly [Id, Box]>()
  for (const [id, box] of [...blocks, ...collapsed]) solid.add(box, [id, grown(box, -RIM)])
  return {
    areIn(line, { source, target }) {
      let isBlocked = false
      for (const { a, b } of runsOf(line)) {
        const piece = boxBetween(a, b)
        solid.near(piece, ([id, box]) => {
          if (id !== source.id && id !== target.id && doOverlap(piece, box)) isBlocked = true
          return isBlocked
        })
      }
      return isBlocked
    },
  }
}
