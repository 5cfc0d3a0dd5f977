import { CARRIES_DATA, type Leak, leaks, untreated } from '../graph/data-paths'
import { type Graph, perGraph } from '../graph/graph'
import { isSource } from '../graph/lineage'
import { isTrue, wordOf } from '../graph/props'
import { ancestors, descendants } from '../graph/reach'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { leadExits } from './fixes/exits'
import { defineRule, type EditFix } from './rule'
import { failureModes, owaspMl } from './sources'
import { listed, named, verb } from './words'

export default defineRule({
  id: 'feedback-poisoning',
  step: 'data',
  sort: 'correctness',
  severity: 'warning',
  summary: 'What users send is filtered before a model learns from it.',
  why: 'Whoever can write training data can steer the model: bots vote a product up, a crowd reports a rival, a few planted examples turn a class. It costs an attacker little and looks like popularity.',
  cure: 'Filter bots and bad faith before the data gets to training, or let people judge it.',
  tradeoff: 'A filter drops some honest users, most of all the unusual ones, and has to follow what attackers do next.',
  silent: [
    'The data passes validation, human labelling or human review on every path to training.',
    'The label builder filters spam, or a pipeline on the path checks its input.',
    'The source is curated, or is not marked as user-generated.',
    'Feedback reaches no training.',
  ],
  source: [owaspMl('ML02', 'ML08'), failureModes(2)],
  good: [
    `client -> feedback-collector -> data-validation -> label-join -> dataset-builder -> training-job`,
    `lab label-join spamFilter=true; client -> feedback-collector -> prediction-log -> lab -> dataset-builder -> training-job`,
    `client -> feedback-collector -> human-review -> annotation -> dataset-builder -> training-job`,
    `es event-stream trust=user-generated; es -> data-validation -> dataset-builder -> training-job`,
    `src data-source trust=user-generated curated=true; src -> dataset-builder -> training-job`,
    `es event-stream trust=first-party; es -> dataset-builder -> training-job`,
    `es event-stream trust=user-generated; fp feature-pipeline-stream validates=true; es -> fp -> feature-store-offline -> dataset-builder -> training-job`,
    `client -> feedback-collector -> performance-monitor; label-join -> dataset-builder -> training-job`,
    `raw event-stream trust=user-generated; clean event-stream trust=user-generated; raw -> data-validation -> clean -> dataset-builder -> training-job`,
  ],
  bad: [
    `fbk feedback-collector "Reports"; client -> fbk -> label-join -> dataset-builder -> training-job`,
    `es event-stream "Reviews" trust=user-generated; es -> dataset-builder -> training-job; es -> data-validation -> feature-pipeline-batch -> dataset-builder`,
    `fbk feedback-collector "Ratings"; client -> fbk -> prediction-log -> label-join -> dataset-builder -> training-job; fbk -> dataset-builder`,
    `src data-source "Uploads" trust=user-generated; src -> data-lake -> feature-pipeline-batch -> feature-store-offline -> training-job`,
  ],
  applies: graph => steerable(graph).length > 0,
  *check(graph) {
    for (const leak of poisonable(graph)) {
      const { from, to } = leak
      yield {
        at: [from.id],
        message: `Nothing filters ${named(from)} before ${listed(to)} ${verb(to, 'learns', 'learn')} from it: bots and bad faith become labels, and whoever sends most steers the model.`,
        fixes: () => [filterLabels(graph, leak), addFilter(graph, leak)],
      }
    }
  },
})

/** What users write to and training reads, filtered or not. */
const steerable: (graph: Graph) => readonly Block[] = perGraph(graph => {
  const before = ancestors(graph, idsOf(graph.ofKind('training-job')), CARRIES_DATA)
  return graph.blocks.filter(block => isOpen(block) && before.has(block.id))
})

const poisonable: (graph: Graph) => readonly Leak[] = perGraph(graph =>
  leaks(graph, untreated(graph, isOpen, isFilter), graph.ofKind('training-job'), isFilter),
)

function isOpen(block: Block): boolean {
  return block.kind === 'feedback-collector' || (isSource(block) && wordOf(block.props, 'trust') === 'user-generated')
}

function isFilter(block: Block): boolean {
  switch (block.kind) {
    case 'data-validation':
    case 'annotation':
    case 'human-review':
      return true
    case 'label-join':
      return isTrue(block.props, 'spamFilter')
    default:
      return isTrue(block.props, 'validates') || (isSource(block) && isTrue(block.props, 'curated'))
  }
}

/** Possible where every path to training passes a label builder, which can then leave out what is spam. */
function filterLabels(graph: Graph, { from, to }: Leak): EditFix | null {
  const isGate = (block: Block) => isFilter(block) || block.kind === 'label-join'
  const pastLabels = descendants(graph, from.id, CARRIES_DATA, isGate)
  if (to.some(job => pastLabels.has(job.id))) return null
  const after = descendants(graph, from.id, CARRIES_DATA, isFilter)
  const before = ancestors(graph, idsOf(to), CARRIES_DATA, isFilter)
  const builders = graph.ofKind('label-join').filter(each => after.has(each.id) && before.has(each.id))
  const draft = draftFix(graph)
  for (const builder of builders) draft.setProp(builder, 'spamFilter', true)
  return draft.done(`filter spam in ${listed(builders)}`)
}

function addFilter(graph: Graph, { from, exits }: Leak): EditFix | null {
  const draft = draftFix(graph)
  leadExits(draft, graph, exits, { kind: 'data-validation', id: `${from.id}-validation`, label: 'Bot and spam filter' })
  return draft.done(`filter what leaves ${named(from)}`)
}

function idsOf(blocks: readonly Block[]): string[] {
  return blocks.map(block => block.id)
}
