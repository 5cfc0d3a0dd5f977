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
import { blockFigures as say } from '../messages/en'

/** A figure with the name under which it is shown. */
export interface Named {
  readonly title: string
  readonly figure: Figure
}

/** What the peak hour asks of a block, and what it sustains, as far as either is known. */
export function loadOf(design: Design, block: Block): readonly Named[] {
  return [...named(say.load, demandOf(graphOf(design), block)), ...named(say.capacity, capacityOf(block))]
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
    ...(isMissing(memory) ? [] : [...named(say.memoryNeeded, memory.need), ...named(say.memoryThere, memory.room)]),
    ...(isMissing(storage)
      ? []
      : [...named(say.storageNeeded, storage.need), ...named(say.storageThere, storage.room)]),
    ...(isMissing(window) ? [] : [...named(say.run, window.run)]),
    ...(age ? named(say.age, age) : []),
    ...(cost ? named(say.cost, cost) : []),
  ]
}

function memoryOf(block: Block) {
  return block.kind === 'training-job' ? trainingMemory(block) : servingMemory(block)
}

function named(title: string, answer: Figure | Missing): readonly Named[] {
  return isMissing(answer) ? [] : [{ title, figure: answer }]
}
