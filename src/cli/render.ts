import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { draw } from '../drawing/draw'
import { elkInNode } from '../layout/elk-node'
import { layout } from '../layout/layout'
import { place } from '../layout/place'
import type { Design } from '../model/design'
import { applyEdit } from '../model/edit'
import { OUTPUT_OPTIONS, oneToOne, readInput, writeOutput } from './one-to-one'
import { readOptions, type WrongCall } from './options'
import type { ExitCode, Terminal } from './terminal'

const OPTIONS = {
  ...OUTPUT_OPTIONS,
  theme: { type: 'string', default: 'light' },
  transparent: { type: 'boolean' },
} as const

/** Draws a design into an SVG file, as the editor exports it. A design without places is laid out first. */
export async function render(args: readonly string[], terminal: Terminal): Promise<ExitCode | WrongCall> {
  const options = readOptions(args, OPTIONS)
  if ('wrong' in options) return options
  const call = oneToOne(options.positionals, options.values)
  if ('wrong' in call) return call
  const { theme, transparent = false } = options.values
  if (theme !== 'light' && theme !== 'dark') return { wrong: `--theme is light or dark, not ${JSON.stringify(theme)}` }
  if (!/\.svg$/i.test(call.output)) return { wrong: 'the output is named NAME.svg' }
  const design = readInput(call.input, terminal)
  if (!design) return 2
  const { svg } = draw(await placed(design), {
    theme,
    background: !transparent,
    legend: true,
    waivers: true,
    fonts: [inter()],
  })
  return writeOutput(call.output, svg, terminal)
}

/** The design with a place for every block: all laid out when none has one, else the rest on free ground. */
async function placed(design: Design): Promise<Design> {
  const waiting = Object.values(design.blocks).filter(block => !block.at)
  if (waiting.length === 0) return design
  if (waiting.length === Object.keys(design.blocks).length)
    return applyEdit(design, await layout(design, { elk: elkInNode }))
  const changes = waiting.map(block => ({ op: 'put', table: 'blocks', id: block.id, record: block }) as const)
  return applyEdit(design, place(design, { label: 'Place blocks', changes }))
}

/** Inter for Latin text, carried inside the drawing. */
function inter() {
  const file = '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'
  const path = createRequire(import.meta.url).resolve(file)
  return { family: 'Inter', data: readFileSync(path).toString('base64') }
}
