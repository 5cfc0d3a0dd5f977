import { styleText } from 'node:util'
import type { Severity } from '../rules/rule'

type Style = Parameters<typeof styleText>[0]

/** Colours a text for a terminal, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string

export const COLOURS: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue' }

/** Colours only where the terminal shows them. */
export function painter(hasColour: boolean): Paint {
  return (style, text) => (hasColour ? styleText(style, text, { validateStream: false }) : text)
}
