import { ageOf } from '../../budget/age'
import { batchWindowOf } from '../../budget/batch-window'
import { capacityOf } from '../../budget/capacity'
import { monthlyCost } from '../../budget/cost'
import { demandOf } from '../../budget/demand'
import { type Figure, isMissing, type Missing } from '../../budget/figure'
import { indexMemory, servingMemory, trainingMemory } from '../../budget/memory'
import { storageOf } from '../../budget/storage'
import { graphOf } from '../../graph/graph'
import type { Block, Design } from '../../model/design'

/** A figure with the name under which it is shown. */
export interface Named {
  readonly title: string
  readonly figure: Figure
}

/** What the peak hour asks of a block, and what it sustains, as far as either is known. */
export function loadOf(design: Design, block: Block): readonly Named[] {
  return [...named('Load in the peak hour', demandOf(graphOf(design), block)), ...named('Capacity', capacityOf(block))]
}

/** Every figure that can be worked out for one block. */
export function figuresOf(design: Design, block: Block): readonly Named[] {
  const graph = graphOf(design)
  const memory = block.kind === 'ann-index' ? indexMemory(block) : memoryOf(block)
  const storage = storageOf(block)
  const window = batchWindowOf(block)
  const age = ageOf(graph, block)
  const cost = monthlyCost(graph).blocks.find(each => each.block.id === block.id)
  return [
    ...(block.kind === 'client' ? [] : loadOf(design, block)),
    ...(isMissing(memory) ? [] : [...named('Memory needed', memory.need), ...named('Memory there is', memory.room)]),
    ...(isMissing(storage)
      ? []
      : [...named('Storage needed', storage.need), ...named('Storage there is', storage.room)]),
    ...(isMissing(window) ? [] : [...named('One run takes', window.run)]),
    ...(age ? named('Freshest data', age) : []),
    ...(cost ? named('Cost a month', cost) : []),
  ]
}

function memoryOf(block: Block) {
  return block.kind === 'training-job' ? trainingMemory(block) : servingMemory(block)
}

function named(title: string, answer: Figure | Missing): readonly Named[] {
  return isMissing(answer) ? [] : [{ title, figure: answer }]
}
