import type { Load } from '../../budget/capacity'
import { sizeOf } from '../../budget/inputs'

/** A quarter more than the peak needs, so that a replica may fail and a peak may be higher than planned. House figure. */
const SPARE = 1.25

/** How many replicas sustain the load of a block with a quarter to spare. */
export function replicasFor({ block, demand, capacity }: Load): number {
  const perReplica = capacity / (sizeOf(block.props, 'replicas') ?? 1)
  // Less a rounding error, so that 10 needed are not made 11 by arithmetic.
  return Math.max(1, Math.ceil((SPARE * demand) / perReplica - 1e-9))
}
