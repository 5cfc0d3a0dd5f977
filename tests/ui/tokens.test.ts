import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const CSS = readFileSync('src/ui/tokens.css', 'utf8')
const LIGHT = tokensOf(blockAfter(':root {'))
const DARK = { ...LIGHT, ...tokensOf(blockAfter(":root[data-theme='dark'] {")) }

/** What text and marks stand on. */
const SURFACES = ['canvas', 'room', 'sunken', 'panel', 'raised', 'hover']
const STEPS = [1, 2, 3, 4, 5, 6, 7]
const SEVERITIES = ['error', 'warning', 'info']

/** Words, each on what it stands on: WCAG 1.4.3 asks for 4.5:1. */
const TEXT: readonly (readonly [ink: string, on: readonly string[]])[] = [
  ['ink', [...SURFACES, 'pressed', 'accent-tint']],
  ['ink-2', [...SURFACES, 'pressed']],
  ['ink-3', SURFACES],
  ['accent-text', [...SURFACES, 'accent-tint']],
  ['flow-label', ['canvas', 'room']],
  ['ink-inverse', ['ink']],
  ['on-accent', ['accent', 'accent-hover', 'accent-pressed']],
  ['success-text', ['panel', 'raised', 'success-tint']],
  ...STEPS.map(step => [`step-${step}-text`, ['panel', 'raised', 'hover', `step-${step}-tint`]] as const),
  ...SEVERITIES.map(one => [`${one}-text`, ['panel', 'raised', `${one}-tint`]] as const),
]

/** Marks that carry meaning: the edge of a control, a port, a line, a severity, the ring: WCAG 1.4.11 asks for 3:1. */
const MARKS: readonly (readonly [ink: string, on: readonly string[]])[] = [
  ['control-border', ['canvas', 'room', 'panel', 'raised']],
  ['accent', SURFACES],
  ['flow', ['canvas', 'room']],
  ['flow-strong', ['canvas', 'room']],
  ['success', ['panel', 'raised']],
  ...STEPS.map(step => [`step-${step}`, ['canvas', 'room', 'panel', 'raised']] as const),
  ...SEVERITIES.map(one => [one, ['canvas', 'room', 'panel', 'raised', `${one}-tint`]] as const),
]

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
] as const)('in %s', (_, theme) => {
  test('every ink is read on every surface it stands on', () => {
    expect(tooFaint(theme, TEXT, 4.5)).toEqual([])
  })

  test('every mark that means something is seen on every surface it stands on', () => {
    expect(tooFaint(theme, MARKS, 3)).toEqual([])
  })

  test('the sign inside a severity is seen on its colour', () => {
    expect(
      tooFaint(
        theme,
        SEVERITIES.map(one => ['on-severity', [one]] as const),
        3,
      ),
    ).toEqual([])
  })
})

test('the dark of the system and the dark that was chosen are one', () => {
  const chosen = tokensOf(blockAfter(":root[data-theme='dark'] {"))
  expect(tokensOf(blockAfter(':root:not([data-theme]) {'))).toEqual(chosen)
  expect(Object.keys(chosen)).toContain('ink')
})

test('stillness is the same whether the system or the person asks for it', () => {
  const asked = tokensOf(blockAfter(":root[data-motion='reduce'] {"))
  const system = CSS.slice(CSS.indexOf('@media (prefers-reduced-motion: reduce)'))
  expect(tokensOf(system.slice(system.indexOf(':root {'), system.indexOf('}')))).toEqual(asked)
  expect(Object.keys(asked)).toEqual(Object.keys(LIGHT).filter(name => /^t-/.test(name)))
})

type Tokens = Readonly<Record<string, string>>

function blockAfter(head: string): string {
  const start = CSS.indexOf(head)
  return CSS.slice(start + head.length, CSS.indexOf('}', start))
}

function tokensOf(block: string): Tokens {
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]))
}

function tooFaint(
  theme: Tokens,
  pairs: readonly (readonly [ink: string, on: readonly string[]])[],
  least: number,
): string[] {
  return pairs.flatMap(([ink, surfaces]) =>
    surfaces.flatMap(surface => {
      const ratio = contrast(colour(theme, ink), colour(theme, surface))
      return ratio < least ? [`--${ink} on --${surface}: ${ratio.toFixed(2)}`] : []
    }),
  )
}

/** Red, green and blue from 0 to 1. */
function colour(theme: Tokens, name: string): readonly number[] {
  const value = theme[name] ?? ''
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1]
  if (other !== undefined) return colour(theme, other)
  const hex = /^#([0-9a-f]{6})$/.exec(value)?.[1]
  if (hex === undefined) throw new Error(`--${name} is no colour: ${value}`)
  return [0, 2, 4].map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
}

/** The contrast of two colours as WCAG 2.2 defines it, from 1 to 21. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map(part =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
