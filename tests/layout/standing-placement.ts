import { frameOf } from '../../src/layout/frames'
import type { Placement } from '../../src/layout/placement'
import type { Design } from '../../src/model/design'

/** Where everything of a design stands, as an engine would have placed it. */
export function placementOf(design: Design): Placement {
  return {
    at: new Map(Object.values(design.blocks).flatMap(({ id, at }) => (at ? [[id, at] as const] : []))),
    bends: new Map(Object.values(design.flows).flatMap(({ id, bends }) => (bends ? [[id, bends] as const] : []))),
    frames: new Map(
      Object.values(design.groups).flatMap(group => {
        const frame = frameOf(group)
        return frame ? [[group.id, frame] as const] : []
      }),
    ),
  }
}
