import { bench, describe } from 'vitest'
import { moveBlocks } from '../src/model/blocks'
import { applyEdit, invert } from '../src/model/edit'
import { designText } from '../src/model/text'
import { designOf } from './designs'

describe.each([100, 1000])('an edit of a design with %i blocks', size => {
  const design = designOf(size)
  const blocks = Object.values(design.blocks)
  const shifted = blocks.map(block => [block.id, { x: (block.at?.x ?? 0) + 8, y: block.at?.y ?? 0 }] as const)
  const all = moveBlocks(design, new Map(shifted))
  const one = moveBlocks(design, new Map(shifted.slice(0, 1)))

  bench('move one block', () => void applyEdit(design, one))
  bench('move all blocks', () => void applyEdit(design, all))
  bench('the way back of moving all blocks', () => void invert(design, all))
  bench('write the file', () => void designText(design))
})
