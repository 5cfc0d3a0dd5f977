const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long ago a moment was, in two or three characters and a unit: “now”, “4 min”, “1 h”, “Tue”, “9 Nov”. */
export function ago(at: number, now: number): string {
  const gone = now - at
  if (gone < MINUTE) return 'now'
  if (gone < HOUR) return `${Math.floor(gone / MINUTE)}\u2009min`
  if (gone < DAY) return `${Math.floor(gone / HOUR)}\u2009h`
  const date = new Date(at)
  if (gone < 6 * DAY) return date.toLocaleDateString('en', { weekday: 'short' })
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })
}
