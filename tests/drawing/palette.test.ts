import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PALETTES } from '../../src/drawing/palette'

const css = readFileSync('src/ui/tokens.css', 'utf8').replaceAll('"', "'")

/** The custom properties of the first rule with that selector, `var()` resolved. */
function tokensOf(selector: string, inherited: Record<string, string> = {}): Record<string, string> {
  const start = css.indexOf(`${selector} {`)
  const body = css.slice(start, css.indexOf('}', start))
  const tokens = { ...inherited }
  for (const [, name = '', value = ''] of body.matchAll(/(--[a-z0-9-]+):\s*([^;]+);/g)) tokens[name] = value.trim()
  return tokens
}

function resolved(tokens: Record<string, string>, names: readonly string[]): Record<string, string | undefined> {
  const tokenOf = (name: string): string | undefined => {
    const reference = /^var\((--[a-z0-9-]+)\)$/.exec(tokens[name] ?? '')
    return reference ? tokenOf(reference[1] ?? '') : tokens[name]
  }
  return Object.fromEntries(names.map(name => [name, tokenOf(name)]))
}

test('drawings have the colours of the canvas, in both themes', () => {
  const light = tokensOf(':root')
  const dark = tokensOf(":root[data-theme='dark']", light)
  expect(PALETTES.light).toEqual(resolved(light, Object.keys(PALETTES.light)))
  expect(PALETTES.dark).toEqual(resolved(dark, Object.keys(PALETTES.dark)))
})
