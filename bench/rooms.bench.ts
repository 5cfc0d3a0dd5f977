import { bench } from 'vitest'
import { type Parts, partsOf } from '../src/layout/parts'
import { roomsEngine } from '../src/layout/rooms/rooms-engine'
import { measure, score } from '../src/layout/score'
import type { Design } from '../src/model/design'
import { CATALOGUE, inRooms } from '../tests/layout/catalogue'

/** What the table shows of each drawing. */
const FIGURES = ['crossings', 'bends', 'requestBends', 'line', 'backward', 'area', 'aspect', 'score'] as const

async function figuresOf(parts: Parts): Promise<Record<string, number>> {
  const placement = await roomsEngine({ parts })
  if (!placement) throw new Error('The rooms engine should draw every design of the catalogue.')
  const figures = measure(parts, placement)
  const all = { ...figures, score: score(figures) }
  return Object.fromEntries(FIGURES.map(name => [name, Math.round(all[name] * 100) / 100]))
}

/** The design with its one change, by what it is called in the table. */
const VARIANTS: Readonly<Record<string, (design: Design) => Design>> = { free: design => design, 'in groups': inRooms }

/** A row of the table: a name, then figures in columns. */
function row(name: string, cells: readonly (string | number)[]): string {
  return `${name.padEnd(38)}${cells.map(cell => String(cell).padStart(13)).join('')}\n`
}

for (const [variant, change] of Object.entries(VARIANTS)) {
  const all: Record<string, number>[] = []
  process.stdout.write(row(variant, FIGURES))
  for (const { name, design } of CATALOGUE) {
    const figures = await figuresOf(partsOf(change(design)))
    all.push(figures)
    process.stdout.write(row(name, Object.values(figures)))
  }
  const mean = (figure: string) => all.reduce((sum, figures) => sum + (figures[figure] ?? 0), 0) / all.length
  process.stdout.write(
    row(
      'mean',
      FIGURES.map(figure => mean(figure).toFixed(2)),
    ),
  )
}

const [{ design }] = CATALOGUE as unknown as readonly [(typeof CATALOGUE)[number]]

bench('rooms, a design of about thirty blocks in groups', async () => {
  await roomsEngine({ parts: partsOf(inRooms(design)) })
})
