import { judgesOf } from '../graph/evaluation'
import type { Graph } from '../graph/graph'
import { type OfflineMetrics, offlineMetricsOf } from '../graph/offline-metrics'
import { wordOf } from '../graph/props'
import { familiesOf, familiesOfTask } from '../kinds/metrics'
import type { Block } from '../model/design'
import { addOfflineMetrics } from './fixes/metrics'
import { defineRule } from './rule'
import { owaspLlm } from './sources'
import { named } from './words'

/** Metrics of generated text that miss whether it is true and of use: overlap, fluency, manners, what was retrieved. */
const BESIDE_THE_POINT = new Set([
  'bertscore',
  'bleu',
  'cider',
  'context-precision',
  'context-recall',
  'meteor',
  'perplexity',
  'rouge',
  'toxicity',
])

export default defineRule({
  id: 'llm-eval-missing',
  step: 'evaluate',
  sort: 'correctness',
  severity: 'warning',
  summary: 'A language model is judged by its answers.',
  why: 'Perplexity, overlap with a reference and the recall of a retriever can all be fine while the answer is made up. What users meet is the answer: whether it is true, on the point and of use.',
  cure: 'Grade answers to a golden set for groundedness and relevance, by people or by a judge that people have checked.',
  tradeoff:
    'A model as judge is cheap and prefers long answers and its own style; people are slow, dear and the measure of the judge.',
  silent: [
    'A metric looks at answers: groundedness, relevance, correctness, preference, success at the task.',
    'The task is not generation, and a metric fits it: an LLM that classifies is judged like any classifier.',
    'A metric is named that is not known here: it may be the right one.',
    'No evaluation reaches the model: then `unevaluated-model` or `no-offline-eval` speaks.',
    'No metric is named at all: then `offline-metric-missing` speaks.',
  ],
  source: [owaspLlm('LLM09')],
  good: [
    `ev offline-eval metrics=recall@k|groundedness; client -> app-service -> llm; ev -> model-registry -> llm`,
    `brief mlTask=classification; ev offline-eval metrics=f1; training-job -> ev -> model-registry -> llm`,
    `brief mlTask=translation offlineMetrics=COMET; training-job -> offline-eval -> model-registry -> llm`,
    `ev offline-eval metrics="analyst score"; training-job -> ev -> model-registry -> llm`,
    `llm llm hosted=true; ev offline-eval metrics=ndcg; training-job -> ev -> model-registry -> ranker; client -> app-service -> ranker, llm`,
    `ev offline-eval metrics=exact-match|rouge; pretrained-model -> ev -> model-registry -> llm`,
    `training-job -> offline-eval -> model-registry -> llm`,
  ],
  bad: [
    `ev offline-eval "Retrieval tests" metrics=recall@k|mrr; pretrained-model -> ev -> model-registry -> llm; client -> app-service -> llm`,
    `brief mlTask=generation offlineMetrics=rouge; training-job -> offline-eval -> model-registry -> llm; client -> app-service -> llm`,
    `llm llm hosted=true; ev offline-eval metrics=perplexity; client -> app-service -> prompt-builder, llm; ev -> prompt-builder`,
    `brief mlTask=recommendation; ev offline-eval metrics=bleu|mae; training-job -> ev -> llm; client -> llm`,
  ],
  applies: graph => judged(graph).length > 0,
  *check(graph) {
    for (const [model, evaluations] of judged(graph)) {
      const metrics = offlineMetricsOf(graph, evaluations)
      if (looksAtAnswers(graph, metrics)) continue
      const names = [...metrics.known].sort()
      yield {
        at: [model.id, ...evaluations.map(each => each.id)],
        message: `No metric looks at the answers of ${named(model)}: by ${inWords(names)}, a fluent answer that is made up passes.`,
        fixes: () => [
          addOfflineMetrics(graph, ['groundedness', 'answer-relevance'], evaluations),
          addOfflineMetrics(graph, ['human-preference'], evaluations),
        ],
      }
    }
  },
})

/** The language models that an evaluation judges by metrics which the design names. */
function judged(graph: Graph): [Block, readonly Block[]][] {
  return graph
    .ofKind('llm')
    .map((model): [Block, readonly Block[]] => [model, judgesOf(graph, model)])
    .filter(([, evaluations]) => evaluations.length > 0 && !offlineMetricsOf(graph, evaluations).isEmpty)
}

/** A task other than generation is judged by what fits that task; some tasks by any metric. */
function looksAtAnswers(graph: Graph, { known, hasUnknown }: OfflineMetrics): boolean {
  if (hasUnknown || [...known].some(judgesAnswers)) return true
  const task = wordOf(graph.brief, 'mlTask') ?? 'generation'
  if (task === 'generation') return false
  const families = familiesOfTask(task)
  return !families || [...known].some(metric => familiesOf(metric).some(family => families.includes(family)))
}

function judgesAnswers(metric: string): boolean {
  return familiesOf(metric).includes('generation') && !BESIDE_THE_POINT.has(metric)
}

/** “mrr alone”, “mrr and recall@k”, “mrr, ndcg and 2 more”. */
function inWords([first, second, ...rest]: readonly string[]): string {
  if (second === undefined) return `${first} alone`
  return rest.length === 0 ? `${first} and ${second}` : `${first}, ${second} and ${rest.length} more`
}
