import { CARRIES_DATA } from '../graph/data-paths'
import { type Graph, perGraph } from '../graph/graph'
import { numberOf } from '../graph/props'
import { ancestors } from '../graph/reach'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { systemsDesignNotes } from './sources'
import { named } from './words'

/** The fewest raters whose answers can be compared. */
const COMPARABLE = 2

export default defineRule({
  id: 'annotation-quality-unchecked',
  step: 'data',
  sort: 'correctness',
  severity: 'info',
  summary: 'Some items are labelled by more than one person, so that agreement is known.',
  why: 'What two raters cannot agree on, a model cannot learn, so their agreement caps every metric. With one rater an item, bad labels and a vague guideline look the same as a weak model.',
  cure: 'Give two or three raters the same items, at least on a sample, and follow their agreement.',
  tradeoff: 'A second rater doubles the cost of an item; on a sample of a tenth it adds a tenth.',
  silent: [
    'Two or more raters see an item, or their agreement is given.',
    'The labels reach neither training nor an offline evaluation.',
  ],
  source: [systemsDesignNotes()],
  good: [
    `lab annotation overlap=2; data-lake -> lab -> dataset-builder -> training-job`,
    `lab annotation agreement=0.8; data-lake -> lab -> dataset-builder -> training-job`,
    `data-lake -> annotation -> human-review`,
  ],
  bad: [
    `lab annotation "Policy labels" overlap=1; data-lake -> lab -> dataset-builder -> training-job`,
    `data-lake -> annotation -> offline-eval`,
    `a annotation "Boxes" overlap=3; b annotation "Captions"; a, b -> dataset-builder -> training-job`,
  ],
  applies: graph => inUse(graph).length > 0,
  *check(graph) {
    for (const annotation of inUse(graph)) {
      const isCompared = (numberOf(annotation.props, 'overlap') ?? 1) > 1
      if (isCompared || numberOf(annotation.props, 'agreement') !== undefined) continue
      yield {
        at: [annotation.id],
        field: 'overlap',
        message: `${named(annotation)} has one rater an item: nobody can tell a hard example from a wrong label.`,
        fixes: () => [addRaters(graph, annotation)],
      }
    }
  },
})

/** The labelling that something learns from or is measured by. */
const inUse: (graph: Graph) => readonly Block[] = perGraph(graph => {
  const users = graph.ofKind('training-job', 'offline-eval').map(block => block.id)
  const before = ancestors(graph, users, CARRIES_DATA)
  return graph.ofKind('annotation').filter(annotation => before.has(annotation.id))
})

function addRaters(graph: Graph, annotation: Block): EditFix | null {
  const draft = draftFix(graph)
  draft.setProp(annotation, 'overlap', COMPARABLE)
  return draft.done(`have ${COMPARABLE} raters label an item`)
}
