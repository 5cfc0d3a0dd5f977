/** Set before a unit and between groups of digits (U+2009). */
export const THIN_SPACE = '\u2009'

/**
 * A number as people read it, three to four digits long: "12.4k", "2.1 B", "148 ms", "5 %", "$4/h". Seconds, hours and
 * GB change to the unit that keeps them short ("15 min", "900 TB"). A value that is no finite number is a dash.
 */
export function formatNumber(value: number, unit?: string): string {
  if (!Number.isFinite(value)) return '–'
  if (value < 0) return `−${formatNumber(-value, unit)}`
  if (unit === undefined || unit === '') return short(value)
  if (unit.startsWith('US dollars')) return `$${cents(short(value))}${unit.slice('US dollars'.length)}`
  // Nines count: 99.999 must not read as 100.
  if (unit === '%') return withUnit(String(Number(value.toPrecision(6))), unit)
  const [scaled, scaledUnit] = scale(value, unit)
  return withUnit(short(scaled), scaled === 1 ? singular(scaledUnit) : scaledUnit)
}

const TIMES: readonly (readonly [seconds: number, unit: string])[] = [
  [86_400, 'days'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
]

const BYTES: readonly (readonly [bytes: number, unit: string])[] = [
  [1e18, 'EB'],
  [1e15, 'PB'],
  [1e12, 'TB'],
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'kB'],
]

/** Value and unit in the largest unit of the same measure that keeps the value at 1 or more. */
function scale(value: number, unit: string): readonly [number, string] {
  if (value === 0) return [value, unit]
  if (unit === 's' || unit === 'hours') return largest(TIMES, unit === 's' ? value : value * 3600, [value, unit])
  if (unit === 'ms' && value >= 10_000) return largest(TIMES, value / 1000, [value, unit])
  if (unit === 'bytes') return largest(BYTES, value, [value, unit])
  if (unit === 'GB') return largest(BYTES, value * 1e9, [value, unit])
  if (unit === 'GB/day') {
    const [scaled, scaledUnit] = largest(BYTES, value * 1e9, [value, 'GB'])
    return [scaled, `${scaledUnit}/day`]
  }
  return [value, unit]
}

function largest(
  units: readonly (readonly [number, string])[],
  value: number,
  otherwise: readonly [number, string],
): readonly [number, string] {
  const fit = units.find(([size]) => value >= size)
  return fit ? [value / fit[0], fit[1]] : otherwise
}

const MAGNITUDES: readonly (readonly [size: number, sign: string])[] = [
  [1e12, `${THIN_SPACE}T`],
  [1e9, `${THIN_SPACE}B`],
  [1e6, `${THIN_SPACE}M`],
  [1e3, 'k'],
]

/** Below 10 000 up to four digits ("4 680"), above it three and a magnitude. */
function short(value: number): string {
  if (value < 9999.5) return grouped(Number(value.toPrecision(4)))
  // Rounded first, so that 999 950 reads 1 M and not 1000k.
  const rounded = Number(value.toPrecision(3))
  if (rounded >= 1e15) return rounded.toExponential()
  const [size, sign] = MAGNITUDES.find(([size]) => rounded >= size) ?? [1, '']
  return `${Number((rounded / size).toPrecision(3))}${sign}`
}

function grouped(value: number): string {
  return value < 1000 ? String(value) : String(value).replace(/^(\d)(\d{3})/, `$1${THIN_SPACE}$2`)
}

/** "0.4" dollars are 0.40. */
function cents(figure: string): string {
  return /^\d+\.\d$/.test(figure) ? `${figure}0` : figure
}

function withUnit(figure: string, unit: string): string {
  return `${figure}${THIN_SPACE}${unit}`
}

/** "1 replica", "1 request/s": the first word of a unit without its plural. Abbreviations ("ms", "s") stay. */
function singular(unit: string): string {
  return unit.replace(/^(.{2,}[a-zA-Z])s(?=$|[ /])/, '$1')
}
