import { versionDates as say } from '../messages/en'

const DAY = 24 * 60 * 60_000

/** A moment as a person names it, in this device's time: “Today, 14:05”, “Yesterday, 09:30”, “9 Nov, 14:05”. */
export function whenOf(at: number, now: number): string {
  const date = new Date(at)
  const time = date.toLocaleTimeString(say.locale, { hour: '2-digit', minute: '2-digit' })
  return say.at(dayOf(date, new Date(now)), time)
}

function dayOf(date: Date, now: Date): string {
  const days = Math.round((startOfDay(now) - startOfDay(date)) / DAY)
  if (days === 0) return say.today
  if (days === 1) return say.yesterday
  const isThisYear = date.getFullYear() === now.getFullYear()
  return date.toLocaleDateString(say.locale, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  })
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}

/** A moment for the name of a file: `2026-11-09-1405`. */
export function stampOf(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}-${two(date.getHours())}${two(date.getMinutes())}`
}
