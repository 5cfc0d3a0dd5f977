import { sizeOf } from '../budget/inputs'
import type { Graph } from '../graph/graph'
import { upstream } from '../graph/lineage'
import { isTrue, wordOf } from '../graph/props'
import { ARTIFACT } from '../graph/reach'
import { onRequestPath } from '../graph/request-path'
import { servedModels } from '../graph/served'
import { formatNumber } from '../kinds/figures'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { awsLens } from './sources'
import { named } from './words'

/** Milliseconds below which a page feels immediate, and where the size of a model decides. */
const TIGHT_MS = 100

/** Weights from which precision is felt: below them the model is rarely what the time is spent on. */
const HEAVY_PARAMS = 1e8

export default defineRule({
  id: 'heavy-precision-under-tight-latency',
  step: 'model',
  sort: 'correctness',
  severity: 'info',
  summary: 'A large model on a fast path runs in less than full precision.',
  why: 'Inference of a large model is bound by how fast its weights are read. Half the bytes a weight is up to half the time, and 16 bits rarely change an answer.',
  cure: 'Serve it in fp16 or int8, or distil it.',
  tradeoff:
    'Two to four times faster for a small risk to accuracy, which an evaluation of the compressed model has to rule out.',
  silent: [
    'The latency target is above 100 ms, or the model has fewer than 100 million weights.',
    'The precision is not set, or is not fp32.',
    'The model behind it is distilled, quantised or pruned already.',
    'Nobody waits for it: it scores in batches or follows a stream; or a vendor hosts it.',
  ],
  source: [awsLens('MLPERF04-BP05')],
  good: [
    `brief latencyP99Ms=100; ranker ranker modelParams=1000000000 precision=fp16; client -> app-service -> ranker`,
    `brief latencyP99Ms=200; ranker ranker modelParams=1000000000 precision=fp32; client -> app-service -> ranker`,
    `brief latencyP99Ms=50; ranker ranker modelParams=20000000 precision=fp32; client -> app-service -> ranker`,
    `brief latencyP99Ms=50; ranker ranker modelParams=1000000000; client -> app-service -> ranker`,
    `brief latencyP99Ms=50; m model compression=distil; ranker ranker modelParams=1000000000 precision=fp32; m -> ranker; client -> app-service -> ranker`,
    `brief latencyP99Ms=50; bi batch-inference modelParams=1000000000 precision=fp32; bi -> prediction-store; client -> app-service -> prediction-store`,
  ],
  bad: [
    `brief latencyP99Ms=100; ranker ranker "Heavy ranker" modelParams=1000000000 precision=fp32; client -> app-service -> ranker`,
    `brief latencyP99Ms=40; m model compression=none; inf online-inference modelParams=100000000 precision=fp32; m -> inf; client -> inf`,
  ],
  applies: graph => heavyModels(graph).length > 0,
  *check(graph) {
    for (const model of heavyModels(graph)) {
      if (wordOf(model.props, 'precision') !== 'fp32' || isCompressed(graph, model)) continue
      const weights = formatNumber(sizeOf(model.props, 'modelParams') ?? 0)
      const target = formatNumber(sizeOf(graph.brief, 'latencyP99Ms') ?? 0, 'ms')
      yield {
        at: [model.id],
        field: 'precision',
        message: `${named(model)} reads ${weights} weights of 4 bytes within ${target}: in 2 bytes each it takes about half the time.`,
        fixes: () => [serveIn(graph, model, 'fp16'), serveIn(graph, model, 'int8')],
      }
    }
  },
})

/** Large models that a client waits for under a tight target, with a precision that we know. */
function heavyModels(graph: Graph): readonly Block[] {
  const target = sizeOf(graph.brief, 'latencyP99Ms')
  if (target === undefined || target > TIGHT_MS) return []
  const path = onRequestPath(graph)
  return servedModels(graph).filter(
    ({ id, props }) =>
      path.has(id) &&
      !isTrue(props, 'hosted') &&
      wordOf(props, 'precision') !== undefined &&
      (sizeOf(props, 'modelParams') ?? 0) >= HEAVY_PARAMS,
  )
}

function isCompressed(graph: Graph, model: Block): boolean {
  return upstream(graph, model, ARTIFACT).some(
    block => block.kind === 'model' && (wordOf(block.props, 'compression') ?? 'none') !== 'none',
  )
}

function serveIn(graph: Graph, model: Block, precision: string): EditFix | null {
  const draft = draftFix(graph)
  draft.setProp(model, 'precision', precision)
  return draft.done(`serve it in ${precision}`)
}
