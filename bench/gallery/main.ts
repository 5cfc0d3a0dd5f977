import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { elkInNode } from '../../src/layout/elk-node'
import { ENGINE_NAMES, enginesFor } from '../../src/layout/engines'
import { layout } from '../../src/layout/layout'
import { partsOf } from '../../src/layout/parts'
import type { Placement } from '../../src/layout/placement'
import type { Design } from '../../src/model/design'
import { applyEdit } from '../../src/model/edit'
import { placementOf } from '../../tests/layout/standing-placement'
import { designsIn, type Named } from './designs'
import { plainDagre, plainElk } from './peers'
import { type Row, ruled } from './ruler'
import { type Picture, pictureOf, sheet } from './sheet'
import { heading, meanLine, rowLine } from './table'

type Draw = (design: Design) => Promise<Placement | null>

/** Tidy from scratch, each engine of ours by its name, then their peers. */
const WAYS: ReadonlyMap<string, Draw> = new Map<string, Draw>([
  ['Tidy', async design => placementOf(applyEdit(design, await layout(design, { elk: elkInNode, mode: 'scratch' })))],
  ...ENGINE_NAMES.map((name): [string, Draw] => {
    const [engine] = enginesFor({ elk: elkInNode, engine: name })
    return [name, async design => (engine ? engine(partsOf(design)) : null)]
  }),
  ['ELK, plain', design => plainElk(partsOf(design))],
  ['dagre, plain', design => plainDagre(partsOf(design))],
])

/**
 * Draws every design of the folders by each engine: prints the means of the catalogue, and writes a contact sheet of all
 * drawings with their figures into `out`. Returns the path of the sheet.
 */
export async function gallery(root: string, out: string, print: (text: string) => void): Promise<string> {
  const catalogue = designsIn(join(root, 'tests/fixtures/catalogue'))
  const others = designsIn(join(root, 'tests/fixtures/systems'), join(root, 'tests/fixtures'), join(root, 'templates'))
  const pictures: Picture[] = []
  // The first layout of a process pays for compiling ELK.
  await plainElk(partsOf((catalogue[0] as Named).design))
  for (const [title, designs] of [
    ['The catalogue', catalogue],
    ['Other designs', others],
  ] as const) {
    print(`\n${title}, ${designs.length} designs\n${heading()}`)
    const rows = await drawAll(designs, pictures)
    for (const [name, drawn] of rows) print(meanLine(name, [...drawn.values()]))
    for (const [design, row] of rows.get('Tidy') ?? []) print(rowLine(`  Tidy: ${design}`, row))
  }
  mkdirSync(out, { recursive: true })
  const path = join(out, 'index.html')
  writeFileSync(path, sheet(pictures))
  return path
}

/** The figures of each engine by its name, for the designs it can draw. */
async function drawAll(designs: readonly Named[], pictures: Picture[]): Promise<Map<string, Map<string, Row>>> {
  const rows = new Map<string, Map<string, Row>>()
  for (const { name, design } of designs) {
    const parts = partsOf(design)
    for (const [engine, draw] of WAYS) {
      const start = performance.now()
      const placement = await draw(design)
      if (!placement) continue
      const row = ruled(parts, placement, performance.now() - start)
      rows.set(engine, (rows.get(engine) ?? new Map<string, Row>()).set(name, row))
      pictures.push(pictureOf(design, placement, name, engine, row))
    }
  }
  return rows
}
