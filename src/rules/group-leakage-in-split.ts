import type { Graph } from '../graph/graph'
import { numberOf, wordOf } from '../graph/props'
import { evaluationsOnSplit, jobsOf, rowsBefore } from '../graph/training-sets'
import { formatNumber } from '../kinds/figures'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix, type Gap } from './rule'
import { awsLens } from './sources'
import { named } from './words'

export default defineRule({
  id: 'group-leakage-in-split',
  step: 'data',
  sort: 'coverage',
  severity: 'error',
  summary: 'All rows of one patient, product or document stand on the same side of the split.',
  why: 'Rows of one entity resemble each other more than rows of two. Split at random, the test part holds siblings of what was trained on, and the model is praised for recognising them.',
  cure: 'Split by entity, so that all rows of one stay together.',
  tradeoff: 'The test part has fewer independent examples, so metrics vary more, and classes are harder to balance.',
  silent: [
    'The split is by entity, by time or not given.',
    'No source says that it has more than one row per entity, and nothing is augmented.',
    'The evaluation has data of its own, or is a backtest, a replay or a study with raters.',
  ],
  source: [awsLens('MLREL03-BP03')],
  good: [
    `src data-source rowsPerEntity=12; ds dataset-builder split=entity; src -> ds -> training-job -> offline-eval`,
    `src data-source rowsPerEntity=1; ds dataset-builder split=random; src -> ds -> training-job -> offline-eval`,
    `ds dataset-builder split=entity augmentation="crops and flips"; data-source -> ds -> training-job -> offline-eval`,
    `src data-source rowsPerEntity=12; ds dataset-builder split=random; src -> ds -> training-job -> offline-eval; annotation -> offline-eval`,
    `src data-source rowsPerEntity=12; ds dataset-builder split=random; src -> ds -> training-job`,
    `src data-source rowsPerEntity=12; src -> dataset-builder -> training-job -> offline-eval`,
  ],
  bad: [
    `src data-source "X-rays" rowsPerEntity=4; ds dataset-builder split=random; src -> ds -> training-job -> offline-eval`,
    `lab annotation rowsPerEntity=3; ds dataset-builder "Pages" split=random; data-lake -> lab -> ds -> training-job -> offline-eval`,
    `ds dataset-builder split=random augmentation="crops and flips"; data-source -> ds -> training-job -> offline-eval`,
  ],
  applies: graph => graph.ofKind('dataset-builder').some(set => isJudged(graph, set)),
  *check(graph) {
    for (const set of graph.ofKind('dataset-builder')) {
      if (wordOf(set.props, 'split') !== 'random' || !isJudged(graph, set)) continue
      const grouped = groupedSources(graph, set)[0]
      yield { at: [set.id], field: 'split', fixes: () => [splitByEntity(graph, set)], ...describe(set, grouped) }
    }
  },
})

/** Whether rows that belong together are split into training and test. */
function isJudged(graph: Graph, set: Block): boolean {
  const isGrouped = wordOf(set.props, 'augmentation') !== undefined || groupedSources(graph, set).length > 0
  const isSplit = wordOf(set.props, 'split') !== undefined
  return isGrouped && isSplit && jobsOf(graph, set).length > 0 && evaluationsOnSplit(graph, set).length > 0
}

/** What feeds the set with several rows per entity, the most rows first. */
function groupedSources(graph: Graph, set: Block): Block[] {
  const before = rowsBefore(graph, set)
  return graph
    .ofKind('data-source', 'annotation')
    .filter(block => rowsOf(block) > 1 && before.has(block.id))
    .sort((a, b) => rowsOf(b) - rowsOf(a))
}

function rowsOf(block: Block): number {
  return numberOf(block.props, 'rowsPerEntity') ?? 1
}

/** Augmentation is the weaker case: where it is applied to the training part alone, nothing leaks. */
function describe(set: Block, grouped: Block | undefined): Pick<Gap, 'message' | 'severity'> {
  if (grouped)
    return {
      message: `${named(grouped)} has ${formatNumber(rowsOf(grouped))} rows per entity and ${named(set)} splits them at random: the test part holds siblings of what was trained on, and metrics come out too good.`,
    }
  return {
    severity: 'warning',
    message: `${named(set)} augments its rows and splits them at random: copies of one original that land on both sides make the test too easy.`,
  }
}

function splitByEntity(graph: Graph, set: Block): EditFix | null {
  const draft = draftFix(graph)
  draft.setProp(set, 'split', 'entity')
  return draft.done('split by entity')
}
