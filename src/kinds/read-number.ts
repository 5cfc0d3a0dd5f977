import type { Field } from './kind'
import { numberHint } from './value-hints'

type NumberReading =
  | { readonly ok: true; readonly value: number | string }
  | { readonly ok: false; readonly message: string; readonly hint: string }

/**
 * The number that a person typed, in the unit of its field. Groups may be set with spaces or `_`, a magnitude (k, M, B, T)
 * and a unit may follow, and a unit of the same measure is converted: "2 s" in a field of ms is 2000. A comma is refused,
 * because it means thousands to some and a decimal to others.
 */
export function readNumber(field: Field, typed: string): NumberReading {
  const word = field.choices?.find(choice => choice === typed.toLowerCase())
  if (word !== undefined) return { ok: true, value: word }
  const cadence = cadenceOf(field, typed)
  if (cadence !== undefined) return { ok: true, value: cadence }
  if (/\d,\d/.test(typed)) return failed(field, `A comma can be read two ways in ${quoted(typed)}.`, commaHint(typed))
  const parts = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)(.*)$/i.exec(withoutGroups(typed))
  if (!parts) return failed(field, `Expected a number, got ${typed === '' ? 'nothing' : quoted(typed)}.`)
  const factor = factorOf(field, (parts[2] ?? '').trim())
  if (factor === undefined) return failed(field, `Cannot read ${quoted((parts[2] ?? '').trim())} after the number.`)
  // Plus zero, so that "-0" is 0.
  const value = rounded(Number(parts[1]), factor) + 0
  return Number.isFinite(value) ? { ok: true, value } : failed(field, `${quoted(typed)} is too large.`)
}

/** Spaces, thin spaces and `_` between groups of three digits, or `_` anywhere between digits. */
function withoutGroups(typed: string): string {
  return typed
    .replace(/^[−–]/, '-')
    .replace(/(?<=\d)_(?=\d)/g, '')
    .replace(/(?<=\d)[\s\u00a0\u2009\u202f](?=\d{3}(?!\d))/g, '')
}

const MAGNITUDES: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, B: 1e9, G: 1e9, bn: 1e9, T: 1e12 }

const PER_SECOND: Readonly<Record<string, number>> = {
  min: 60,
  minute: 60,
  minutes: 60,
  h: 3600,
  hour: 3600,
  hours: 3600,
  d: 86_400,
  day: 86_400,
  days: 86_400,
  week: 604_800,
  weeks: 604_800,
  s: 1,
  sec: 1,
  second: 1,
  seconds: 1,
  ms: 0.001,
}

const PER_GB: Readonly<Record<string, number>> = { MB: 0.001, GB: 1, TB: 1e3, PB: 1e6, EB: 1e9 }

/** Units people may write after a number, by the unit of the field, with the factor to it. */
const UNITS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  ms: dividedBy(PER_SECOND, 0.001),
  s: PER_SECOND,
  hours: dividedBy(PER_SECOND, 3600),
  days: { ...dividedBy(PER_SECOND, 86_400), month: 30, months: 30, year: 365, years: 365 },
  GB: PER_GB,
  'GB/day': PER_GB,
  bytes: { B: 1, byte: 1, kB: 1e3, KB: 1e3, MB: 1e6, GB: 1e9 },
  'requests/s': { qps: 1, QPS: 1, rps: 1, '/s': 1 },
  'events/s': { '/s': 1 },
}

const BYTE_UNITS: readonly string[] = ['bytes', 'GB', 'GB/day']

function dividedBy(units: Readonly<Record<string, number>>, one: number): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(units).map(([unit, size]) => [unit, size / one]))
}

/** What to multiply by for what stands after the digits; undefined when it is neither a magnitude nor a unit that fits. */
function factorOf(field: Field, suffix: string): number | undefined {
  const unit = unitFactor(field, suffix)
  // In a field of bytes "5 T" could mean terabytes or trillions of its unit.
  if (unit !== undefined || BYTE_UNITS.includes(field.unit ?? '')) return unit
  const [, sign = '', rest = ''] = /^(bn|[kKMBGT])(?:\s*)(.*)$/.exec(suffix) ?? []
  const magnitude = Object.hasOwn(MAGNITUDES, sign) ? MAGNITUDES[sign] : undefined
  const after = unitFactor(field, rest)
  return magnitude !== undefined && after !== undefined ? magnitude * after : undefined
}

function unitFactor(field: Field, text: string): number | undefined {
  if (text === '' || text === field.unit || `${text}s` === field.unit) return 1
  if (text === '%' && field.max === 1) return 0.01
  if (field.unit?.startsWith('US dollars') && (text === '$' || text === 'USD')) return 1
  const units = UNITS[field.unit ?? ''] ?? {}
  const plain = field.unit === 'GB/day' ? text.replace(/\s*\/\s*day$/, '') : text
  return Object.hasOwn(units, plain) ? units[plain] : undefined
}

/** The product without the noise of binary fractions (0.07 x 100). */
function rounded(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(15))
}

const CADENCES: Readonly<Record<string, number>> = { hourly: 3600, daily: 86_400, weekly: 604_800 }

/** "daily" or "hourly" in a field of seconds or hours. */
function cadenceOf(field: Field, typed: string): number | undefined {
  const word = typed.toLowerCase()
  const isPeriod = field.key.startsWith('cadence') && Object.hasOwn(CADENCES, word)
  return isPeriod ? CADENCES[word]! / (field.unit === 'hours' ? 3600 : 1) : undefined
}

function failed(field: Field, message: string, hint = numberHint(field)): NumberReading {
  return { ok: false, message, hint }
}

function commaHint(typed: string): string {
  const grouped = /^[+-]?\d{1,3}(,\d{3})+$/.test(typed)
  const point = typed.replace(',', '.')
  if (!grouped) return `Write a point for the decimals: ${point}.`
  const plain = typed.replaceAll(',', ' ')
  return typed.indexOf(',') === typed.lastIndexOf(',')
    ? `Write ${plain} or, with decimals, ${point}.`
    : `Write ${plain}, with spaces between the groups.`
}

function quoted(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`
}
