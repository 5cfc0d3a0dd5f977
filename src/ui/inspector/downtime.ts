import { HOURS_A_MONTH } from '../../budget/cost'
import { formatNumber } from '../../kinds/figures'
import { downtime as say } from '../messages/en'

/** The outage that an availability in per cent allows in a month of 730 hours, in words. Null for no share of time. */
export function allowedDowntime(availabilityPct: number): string | null {
  if (!(availabilityPct >= 0 && availabilityPct <= 100)) return null
  if (availabilityPct === 100) return say.never
  // Rounded: 100 − 99.9 is 0.0999… in binary.
  const share = Number((1 - availabilityPct / 100).toPrecision(12))
  return say.perMonth(formatNumber(share * HOURS_A_MONTH * 3600, 's'))
}
