import type { Graph } from '../graph/graph'
import { numberOf, wordOf } from '../graph/props'
import { onRequestPath } from '../graph/request-path'
import { defineRule } from './rule'
import { nineSteps } from './sources'
import { listed, verb } from './words'

/** Answers that nobody waits for: they are ready before they are asked for, or come when they come. */
const NOBODY_WAITS = new Set(['batch', 'stream'])

export default defineRule({
  id: 'brief-latency-missing',
  step: 'clarify',
  sort: 'coverage',
  severity: 'warning',
  summary: 'A path that users wait for has a latency target.',
  why: 'The target decides how many stages fit, how large the model may be and whether features can be computed live. Without it no budget can be added up.',
  cure: 'Set the p99 of a whole request, as the client sees it.',
  tradeoff: 'A tighter target limits model size and costs hardware; a looser one costs users who leave.',
  silent: [
    'No client sends a request: scores are written ahead, or follow an event that nobody waits for.',
    'The brief says that predictions come in batches or from a stream: a request then only reads what is ready.',
  ],
  source: [nineSteps(1)],
  good: [
    `brief latencyP99Ms=200; client -> app-service -> ranker`,
    `batch-inference -> prediction-store`,
    `client -stream-> event-stream -> online-inference`,
    `brief predictionMode=batch; client -> app-service -> prediction-store`,
    `app-service -request-> client`,
  ],
  bad: [`client -> app-service -> ranker`, `brief scope=serving; client -> gateway -> app-service -> llm`],
  applies: graph =>
    waitingClients(graph).length > 0 && !NOBODY_WAITS.has(wordOf(graph.brief, 'predictionMode') ?? 'online'),
  *check(graph) {
    if (numberOf(graph.brief, 'latencyP99Ms') !== undefined) return
    const clients = waitingClients(graph)
    const isGenerating = graph.ofKind('llm').some(llm => onRequestPath(graph).has(llm.id))
    yield {
      at: [],
      field: 'latencyP99Ms',
      message: `No latency target: ${listed(clients)} ${verb(clients, 'waits', 'wait')}, and nothing says how long is too long.`,
      fixes: () => [
        {
          title: 'set a p99 target',
          field: 'latencyP99Ms',
          // Pages are felt as slow from a few hundred milliseconds; a generated answer is read as it streams.
          examples: isGenerating ? [5_000] : [100, 200, 500],
        },
      ],
    }
  },
})

function waitingClients(graph: Graph) {
  return graph.ofKind('client').filter(client => graph.outOf(client.id).some(flow => flow.kind === 'request'))
}
