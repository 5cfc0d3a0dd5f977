import { listOf, wordOf } from '../graph/props'
import { scopeOf } from '../graph/scope'
import { defineRule } from './rule'
import { rulesOfMl } from './sources'

/** What gets worse unseen while the main metric of such a task gets better. */
const EXAMPLES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  classification: [['false alarm rate', 'p99 latency'], ['appeals upheld']],
  'anomaly-detection': [['false alarms per week'], ['time to review']],
  detection: [['false alarm rate'], ['p99 latency', 'cost per image']],
  ranking: [['report rate', 'p99 latency'], ['seller diversity']],
  recommendation: [
    ['report rate', 'p99 latency'],
    ['creator diversity', 'return rate'],
  ],
  retrieval: [['zero-result rate', 'p99 latency'], ['report rate']],
  generation: [
    ['hallucination rate', 'cost per answer'],
    ['p99 latency', 'report rate'],
  ],
}
const ANY_TASK = [['p99 latency', 'cost per request'], ['complaint rate']]

export default defineRule({
  id: 'guardrail-metric-missing',
  step: 'clarify',
  sort: 'coverage',
  severity: 'info',
  summary: 'The brief names what must not get worse.',
  why: 'A model finds the cheapest way to move the number it is judged by, often at the cost of latency, trust or the other side of a market. A launch is a trade between several numbers, made by people.',
  cure: 'Name one or two metrics that stop a launch when they fall, and by how much.',
  tradeoff:
    'Each guardrail needs traffic to measure and slows the decision to launch; with ten of them, one is red by chance.',
  silent: [
    'The brief names guardrail metrics, be it one.',
    'The scope is narrower than the whole system: launches are decided elsewhere.',
  ],
  source: [rulesOfMl(39)],
  good: [
    `brief guardrailMetrics="report rate"; client -> app-service -> ranker`,
    `brief scope=serving; client -> app-service -> ranker`,
    `brief scope=training; data-source -> dataset-builder -> training-job`,
  ],
  bad: [
    `brief onlineMetrics=ctr; client -> app-service -> ranker`,
    `brief mlTask=generation successMetric="tickets deflected"; client -> app-service -> llm`,
    `brief scope=full mlTask=control; event-stream -> online-inference -> decision-policy`,
  ],
  applies: graph => scopeOf(graph) === 'full',
  *check(graph) {
    if (listOf(graph.brief, 'guardrailMetrics').length > 0) return
    const task = wordOf(graph.brief, 'mlTask') ?? ''
    yield {
      at: [],
      field: 'guardrailMetrics',
      message: 'No guardrail metric: the main metric can rise while something else falls, and nobody is looking.',
      fixes: () => [
        {
          title: 'name what must not get worse',
          field: 'guardrailMetrics',
          examples: Object.hasOwn(EXAMPLES, task) ? EXAMPLES[task]! : ANY_TASK,
        },
      ],
    }
  },
})
