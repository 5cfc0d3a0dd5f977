import type { Block } from '../model/design'
import { type Figure, factors, figureOf, isMissing, type Missing, type Term } from './figure'
import { blockTerm, needed } from './inputs'

/** How long a run of a scheduled job takes, beside the time until the next one begins, in seconds. */
export interface BatchWindow {
  readonly run: Figure
  readonly window: Term
  /** 1, marked as assumed, when nobody said how many work on it. */
  readonly replicas: Term
}

/** A run of a job: items per run through what all its replicas do in a second. */
export function batchWindowOf(block: Block): BatchWindow | Missing {
  const given = needed(block, 'itemsPerRun', 'itemsPerSec', 'cadenceSec')
  if (isMissing(given)) return given
  const { itemsPerRun, itemsPerSec, cadenceSec: window } = given
  const replicas = blockTerm(block, 'replicas', 1)
  const seconds = itemsPerRun.value / (replicas.value * itemsPerSec.value)
  const arithmetic = `${factors(itemsPerRun)} / (${factors(replicas, itemsPerSec)})`
  return { run: figureOf(seconds, 's', [itemsPerRun, replicas, itemsPerSec], arithmetic), window, replicas }
}
