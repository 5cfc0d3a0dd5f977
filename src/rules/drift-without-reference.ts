import type { Graph } from '../graph/graph'
import { connected } from '../graph/parts'
import { ARTIFACT, ancestors, descendants, type Kinds, LINEAGE, REQUEST } from '../graph/reach'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { rulesOfMl } from './sources'
import { named } from './words'

/** What holds the distributions of training, the fittest to compare live inputs with first. */
const REFERENCES = [
  ...['feature-store-offline', 'dataset-builder', 'feature-store-online', 'data-validation', 'label-join'],
  ...['training-job', 'offline-eval', 'model', 'model-registry', 'data-lake', 'feature-pipeline-batch', 'annotation'],
]

/** Over what live inputs and scores get to the monitor. */
const REPORTS: Kinds = new Set(['metric', 'data', 'stream', 'feedback', 'async'])

export default defineRule({
  id: 'drift-without-reference',
  step: 'monitor',
  sort: 'correctness',
  severity: 'info',
  summary: 'A drift monitor compares live data with what the model was trained on.',
  why: 'Last week shows a sudden break, and hides a slow one: each week is like the week before. Only the training data also shows skew between training and serving on the first day.',
  cure: 'Give the monitor the training set, or the features and statistics that training read.',
  tradeoff:
    'A reference of training must move with every new model; a rolling window needs no upkeep and misses slow drift.',
  silent: [
    'A store, set, check or job of the training side feeds the monitor, features written for serving among them.',
    'Nothing feeds the monitor yet.',
    'No training side is drawn beside it: there is nothing to compare with.',
  ],
  source: [rulesOfMl(37)],
  good: [
    `app-service -> prediction-log -metric-> drift-monitor; data-lake -> dataset-builder -metric-> drift-monitor`,
    `data-lake -> feature-store-offline -metric-> drift-monitor; app-service -> prediction-log -metric-> drift-monitor`,
    `client -> app-service -> llm; app-service -> prediction-log -metric-> drift-monitor`,
    `dataset-builder -> training-job; drift-monitor -> alerting -> retraining-trigger -> training-job`,
  ],
  bad: [
    `app-service -> prediction-log -metric-> drift-monitor; app-service -> ranker; dataset-builder -> training-job -> ranker`,
    `prediction-log -metric-> drift-monitor -> retraining-trigger -> training-job`,
    `a ranker; b ranker; s app-service; log prediction-log; s -> a, b; s -> log -metric-> drift-monitor; ds dataset-builder "Clicks"; ds -> training-job -> a; fso feature-store-offline; fso -> batch-inference -> feature-store-online; b -> feature-store-online`,
  ],
  applies: graph => fedMonitors(graph).length > 0,
  *check(graph) {
    for (const monitor of fedMonitors(graph)) {
      if (graph.into(monitor.id).some(flow => isReference(graph.block(flow.source)))) continue
      const reference = referenceFor(graph, monitor)
      if (!reference) continue
      yield {
        at: [monitor.id],
        message: `${named(monitor)} does not see what training saw: it can compare today with last week, and slow drift stays hidden.`,
        fixes: () => [compare(graph, reference, monitor)],
      }
    }
  },
})

function fedMonitors(graph: Graph): readonly Block[] {
  return graph.ofKind('drift-monitor').filter(monitor => graph.into(monitor.id).length > 0)
}

function isReference(block: Block | undefined): boolean {
  return block !== undefined && REFERENCES.includes(block.kind)
}

/** What the models behind the monitor learned from, or else what stands on the training side of the same drawing. */
function referenceFor(graph: Graph, monitor: Block): Block | undefined {
  const reporters = [...ancestors(graph, monitor.id, REPORTS)]
  const asked = descendants(graph, reporters, REQUEST)
  const made = ancestors(graph, [...reporters, ...asked], ARTIFACT)
  const learned = new Set([...made, ...ancestors(graph, made, LINEAGE)])
  const all = connected(graph, monitor, ...REFERENCES)
  return all.find(block => learned.has(block.id)) ?? all[0]
}

function compare(graph: Graph, reference: Block, monitor: Block): EditFix | null {
  const draft = draftFix(graph)
  draft.link(reference.id, monitor.id, ['metric'])
  return draft.done(`compare with ${named(reference)}`)
}
