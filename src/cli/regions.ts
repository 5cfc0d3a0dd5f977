import { offsetsOf, placeFinder } from '../gate/places'
import type { Path } from '../gate/scan'
import { lookUp } from '../model/design'
import { type PlacedWord, placesInPlan } from '../plan/places'
import type { Finding } from '../rules/rule'
import type { DesignFile } from './files'

/** A stretch of one line: line and column from 1, column and length in UTF-16 code units. */
export type Region = PlacedWord

/** Where a thing of the design is written: a block or flow by its id, the brief without one. */
export type Spot = Pick<Finding, 'at' | 'field'>

const START: Region = { line: 1, column: 1, length: 1 }

/**
 * Where each spot is written in the file it comes from: its property or answer, else its block or the brief, else the
 * title, else the start of the file. In the order given.
 */
export function regionsOf(file: DesignFile, spots: readonly Spot[]): Region[] {
  if (spots.length === 0) return []
  return file.format === 'plan' ? inPlan(file.text, spots) : inJson(file, spots)
}

function inPlan(text: string, spots: readonly Spot[]): Region[] {
  const places = placesInPlan(text)
  return spots.map(({ at: [id], field }) => {
    const place = id === undefined ? places.brief(field) : places.record(id, field)
    return place ?? places.title() ?? START
  })
}

function inJson({ text, design }: DesignFile, spots: readonly Spot[]): Region[] {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text
  const place = placeFinder(json)
  const paths = spots.map(({ at: [id], field }): Path => {
    if (id === undefined) return ['brief', 'design', ...(field === undefined ? [] : [field])]
    const table = lookUp(design.blocks, id) ? 'blocks' : 'flows'
    return [table, id, ...(field === undefined ? [] : ['props', field])]
  })
  const offsets = offsetsOf(json, [...paths, ['about', 'design', 'title']])
  const title = offsets.at(-1) ?? 0
  return paths.map((_, i) => {
    const offset = offsets[i] || title
    return { ...place(offset), length: nameLength(json, offset) }
  })
}

/** The length of the quoted name at an offset, quotes included; 1 where none stands. */
function nameLength(json: string, offset: number): number {
  NAME.lastIndex = offset
  return NAME.exec(json)?.[0].length ?? 1
}

const NAME = /"[^"\\]*(?:\\.[^"\\]*)*"/y
