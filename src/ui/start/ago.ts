import { timesAgo as say } from '../messages/en'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long ago a moment was, in two or three characters and a unit: “now”, “4 min”, “1 h”, “Tue”, “9 Nov”. */
export function ago(at: number, now: number): string {
  const gone = now - at
  if (gone < MINUTE) return say.now
  if (gone < HOUR) return say.minutes(Math.floor(gone / MINUTE))
  if (gone < DAY) return say.hours(Math.floor(gone / HOUR))
  const date = new Date(at)
  if (gone < 6 * DAY) return date.toLocaleDateString(say.locale, { weekday: 'short' })
  return date.toLocaleDateString(say.locale, { day: 'numeric', month: 'short' })
}
