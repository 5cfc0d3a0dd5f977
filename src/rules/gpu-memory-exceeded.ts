import { exceeds, type Fit, isMissing } from '../budget/figure'
import { servingMemory, trainingMemory, WEIGHT_BYTES } from '../budget/memory'
import { type Graph, perGraph } from '../graph/graph'
import { upstream } from '../graph/lineage'
import { isTrue, numberOf, wordOf } from '../graph/props'
import { ARTIFACT } from '../graph/reach'
import { fieldOfKind, kindOf } from '../kinds/index'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix, type FieldFix } from './rule'
import { awsLens, zeroMemory } from './sources'
import { named } from './words'

/** GB of memory of the cards that data centres rent out: L4, A100, L40S, A100 and H100, H200, B200. */
const CARDS = [24, 40, 48, 80, 141, 180]

/** More GPUs in one replica than machines hold; from here on the model is the question, not the machine. */
const MOST_GPUS = 64

export default defineRule({
  id: 'gpu-memory-exceeded',
  step: 'model',
  sort: 'correctness',
  severity: 'error',
  summary: 'A model fits into the memory of the GPUs that run it.',
  why: 'Serving takes the bytes of the weights and about a fifth more, an LLM the keys and values of all running requests besides; training with Adam in mixed precision takes 16 bytes a weight. What does not fit does not start.',
  cure: 'Lower the precision, give it more GPUs or larger ones, or distil the model.',
  tradeoff:
    'Lower precision can cost accuracy, which an evaluation has to show; splitting a model over GPUs costs traffic between them on every step.',
  silent: [
    'Model size or memory of a GPU is not set, or a vendor hosts the model.',
    'Without a precision it is taken for int4, the smallest, so that only what cannot fit at all is named.',
    'Embedding tables count for nothing: they are split over servers of their own.',
    'Training from a pre-trained checkpoint may fit adapters alone, which take far less than all weights.',
  ],
  source: [zeroMemory('Section 3.1'), awsLens('MLPERF04-BP01')],
  good: [
    `llm llm modelParams=13000000000 precision=fp16 gpuMemGb=80 kvGb=40; client -> llm`,
    `llm llm modelParams=70000000000 precision=fp16 gpuMemGb=80 gpusPerReplica=4; client -> llm`,
    `llm llm modelParams=70000000000 gpuMemGb=48; client -> llm`,
    `llm llm modelParams=70000000000 precision=fp16 gpuMemGb=24 hosted=true; client -> llm`,
    `training-job training-job modelParams=7000000000 gpuMemGb=80 replicas=2`,
    `training-job training-job modelParams=13000000000 gpuMemGb=80; pretrained-model -> training-job`,
    `training-job training-job modelParams=200000000 embeddingParams=90000000000 gpuMemGb=24`,
  ],
  bad: [
    `llm llm "70B model" modelParams=70000000000 precision=fp16 gpuMemGb=80 gpusPerReplica=2; client -> app-service -> llm`,
    `training-job training-job "Pre-training" modelParams=7000000000 gpuMemGb=80; training-job -> model-registry`,
    `llm llm modelParams=70000000000 gpuMemGb=24; client -> llm`,
    `ranker ranker modelParams=10000000000 precision=fp32 gpuMemGb=24; client -> app-service -> ranker`,
    `llm llm modelParams=8000000000 precision=fp16 gpuMemGb=24 layers=32 kvHeads=8 headDim=128 tokens=8192 concurrency=16; client -> llm`,
    `batch-inference batch-inference modelParams=400000000000 precision=int4 gpuMemGb=80`,
  ],
  applies: graph => sized(graph).length > 0,
  *check(graph) {
    for (const [block, fit] of sized(graph)) {
      if (!exceeds(fit.need.value, fit.room.value)) continue
      const isTraining = block.kind === 'training-job'
      const even = !isTraining && wordOf(block.props, 'precision') === undefined ? ' even in int4' : ''
      const cost = isTraining ? 'the first step runs out of memory' : 'the model does not load'
      yield {
        at: [block.id],
        field: 'gpuMemGb',
        message: `${named(block)} needs ${fit.need.formula} of GPU memory${even} and has ${fit.room.formula}: ${cost}.`,
        fixes: () => [
          isTraining ? null : lowerPrecision(graph, block),
          moreGpus(graph, block, fit),
          otherwise(block, fit),
        ],
      }
    }
  },
})

/** The blocks whose memory is known, with what they need and have. */
const sized: (graph: Graph) => readonly (readonly [Block, Fit])[] = perGraph(graph =>
  graph.blocks.flatMap(block => {
    if (numberOf(block.props, 'gpuMemGb') === undefined || isTrue(block.props, 'hosted')) return []
    if (block.kind === 'training-job' && startsFromCheckpoint(graph, block)) return []
    const fit = memoryOf(block)
    return isMissing(fit) ? [] : [[block, fit] as const]
  }),
)

function memoryOf(block: Block) {
  return block.kind === 'training-job' ? trainingMemory(block) : servingMemory(block)
}

function startsFromCheckpoint(graph: Graph, training: Block): boolean {
  return upstream(graph, training, ARTIFACT).some(block => block.kind === 'pretrained-model')
}

/** The highest precision below the present one in which the model fits. */
function lowerPrecision(graph: Graph, block: Block): EditFix | null {
  const bytes = WEIGHT_BYTES.get(wordOf(block.props, 'precision') ?? '') ?? 0
  const fitting = ['fp16', 'int8', 'int4'].find(precision => {
    const fit = servingMemory({ ...block, props: { ...block.props, precision } })
    return (WEIGHT_BYTES.get(precision) ?? 0) < bytes && !isMissing(fit) && !exceeds(fit.need.value, fit.room.value)
  })
  if (fitting === undefined) return null
  const draft = draftFix(graph)
  draft.setProp(block, 'precision', fitting)
  return draft.done(`quantise to ${fitting}`)
}

function moreGpus(graph: Graph, block: Block, { need, room }: Fit): EditFix | null {
  const gpus = numberOf(block.props, 'gpusPerReplica') || 1
  const enough = Math.ceil((need.value / room.value) * gpus)
  if (enough > MOST_GPUS || !fieldOfKind(kindOf(block.kind), 'gpusPerReplica')) return null
  const draft = draftFix(graph)
  draft.setProp(block, 'gpusPerReplica', enough)
  return draft.done(`give each replica ${enough} GPUs`)
}

function otherwise(block: Block, { need, room }: Fit): FieldFix {
  const least = ((numberOf(block.props, 'gpuMemGb') ?? 0) * need.value) / room.value
  const fitting = CARDS.filter(card => card >= least)
  if (fitting.length > 0) return { title: 'take larger GPUs', field: 'gpuMemGb', examples: fitting }
  const smaller = ((numberOf(block.props, 'modelParams') ?? 0) * room.value) / need.value
  return { title: 'distil it into a smaller model', field: 'modelParams', examples: [roundedDown(smaller)] }
}

/** To one digit. */
function roundedDown(params: number): number {
  const step = 10 ** Math.floor(Math.log10(params))
  return Math.floor(params / step) * step
}
