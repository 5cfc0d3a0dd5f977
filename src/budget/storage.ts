import { formatNumber } from '../kinds/figures'
import type { Block } from '../model/design'
import { type Figure, type Fit, factors, figureOf, isMissing, type Missing, type Term } from './figure'
import { blockTerm, needed, shareOf, sizeOf } from './inputs'

const GB = 1e9
const SECONDS_AN_HOUR = { label: 'Seconds in an hour', value: 3600, unit: 's' }

/** What a store holds once its oldest data is deleted, beside its capacity, in GB. */
export interface Storage extends Fit {
  /** What is written in a day, copies counted, in GB. */
  readonly perDay: Figure
  /** Until the capacity is reached, counted from what is stored already. */
  readonly daysUntilFull: number
}

/**
 * What a store comes to hold: volume per day × days kept × copies, of a prediction log the sampled share of it, of an
 * event stream events × bytes × seconds kept.
 */
export function storageOf(block: Block): Storage | Missing {
  const given = needed(block, 'capacityGb')
  const kept = block.kind === 'event-stream' ? streamKept(block) : volumeKept(block)
  if (isMissing(given) || isMissing(kept))
    return { missing: [given, kept].flatMap(each => (isMissing(each) ? each.missing : [])) }
  const stored = (sizeOf(block.props, 'storedGb') ?? 0) * kept.copies
  const room = figureOf(given.capacityGb.value, 'GB', [given.capacityGb], factors(given.capacityGb))
  const daysUntilFull = Math.max(0, room.value - stored) / kept.perDay.value
  return { need: kept.need, room, perDay: kept.perDay, daysUntilFull }
}

interface Kept {
  readonly need: Figure
  readonly perDay: Figure
  readonly copies: number
}

function volumeKept(block: Block): Kept | Missing {
  const given = needed(block, 'gbPerDay', 'retentionDays')
  if (isMissing(given)) return given
  const copies = blockTerm(block, 'replication', 1)
  const sampled = shareOf(block.props, 'sampleRate')
  const sample = sampled === undefined ? [] : [{ ...blockTerm(block, 'sampleRate', sampled), value: sampled }]
  const daily = [given.gbPerDay, copies, ...sample]
  const perDay = product(daily)
  const terms = [given.gbPerDay, given.retentionDays, ...daily.slice(1)]
  return {
    need: figureOf(perDay * given.retentionDays.value, 'GB', terms, factors(...terms)),
    perDay: figureOf(perDay, 'GB/day', daily, factors(...daily)),
    copies: copies.value,
  }
}

function streamKept(block: Block): Kept | Missing {
  const given = needed(block, 'eventsPerSec', 'bytesPerEvent', 'retentionHours')
  if (isMissing(given)) return given
  const { eventsPerSec, bytesPerEvent, retentionHours } = given
  const perHour = (eventsPerSec.value * bytesPerEvent.value * SECONDS_AN_HOUR.value) / GB
  const terms = [eventsPerSec, bytesPerEvent, retentionHours, SECONDS_AN_HOUR]
  const kept = `${factors(eventsPerSec, bytesPerEvent)} × ${formatNumber(retentionHours.value)} × 3600 s`
  return {
    need: figureOf(perHour * retentionHours.value, 'GB', terms, kept),
    perDay: figureOf(perHour * 24, 'GB/day', [eventsPerSec, bytesPerEvent], factors(eventsPerSec, bytesPerEvent)),
    copies: 1,
  }
}

function product(terms: readonly Term[]): number {
  return terms.reduce((all, term) => all * term.value, 1)
}
