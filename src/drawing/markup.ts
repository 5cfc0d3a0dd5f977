import { stepNumber } from '../kinds/steps'
import type { Step } from '../model/design'
import type { Palette, Token } from './palette'
import type { Font } from './text'

type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element as XML. Attributes without a value are left out; children are markup already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(typeof value === 'number' ? figure(value) : (value ?? ''))}"`)
    .join('')
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`
}

/** A text with everything escaped that markup is made of; characters that XML does not allow become U+FFFD. */
export function escapeXml(text: string): string {
  return text.replace(ILLEGAL, '\ufffd').replace(/[&<>"']/g, character => ENTITIES[character] ?? '')
}

/** A line of text in Inter; the anchor says which end of it stands at x. */
export function textLine(
  text: string,
  x: number,
  baseline: number,
  font: Font,
  fill: string,
  anchor?: 'middle' | 'end',
): string {
  if (text === '') return ''
  const attributes = {
    x,
    y: baseline,
    'font-size': font.size,
    'font-weight': font.weight === 400 ? undefined : font.weight,
    fill,
    'text-anchor': anchor,
    class: font.isTabular ? 'n' : undefined,
  }
  return element('text', attributes, escapeXml(text))
}

/** The colours of a step: of graphics, of words and icons, and of tiles. */
export function stepInks(palette: Palette, step: Step): { hue: string; text: string; tint: string } {
  const hue = `--step-${stepNumber(step)}` as Token
  return { hue: palette[hue], text: palette[`${hue}-text` as Token], tint: palette[`${hue}-tint` as Token] }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out.
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function figure(value: number): string {
  return String(Math.round(value * 100) / 100)
}
