import { untreated } from '../graph/data-paths'
import { type Graph, perGraph } from '../graph/graph'
import { holdsPersonalData } from '../graph/personal-data'
import { numberOf, wordOf } from '../graph/props'
import type { Block } from '../model/design'
import { defineRule, type FieldFix } from './rule'
import { awsLens } from './sources'
import { named } from './words'

/** What stores data and says for how long, with the property that says it and where to begin. */
const KEEPS: Readonly<Record<string, { readonly field: string; readonly examples: readonly number[] }>> = {
  'data-lake': { field: 'retentionDays', examples: [30, 90, 365] },
  'prediction-log': { field: 'retentionDays', examples: [30, 90, 365] },
  'ann-index': { field: 'retentionDays', examples: [30, 90, 365] },
  'event-stream': { field: 'retentionHours', examples: [24, 72, 168] },
}

export default defineRule({
  id: 'pii-kept-forever',
  step: 'data',
  sort: 'coverage',
  severity: 'warning',
  summary: 'A store of personal data has an end date.',
  why: 'Data that nobody deletes outlives the purpose it was collected for, and the next leak is as large as its whole history. A period that is set can be automated, audited and kept.',
  cure: 'Set how long the store keeps its data.',
  tradeoff: 'A shorter history leaves less for backtests, audits and seasonal patterns.',
  silent: [
    'A retention is set on the store, however long.',
    'The store is marked as tokenised, or stands behind an anonymiser and gets no untreated data past it.',
    'A data source is the record of another system and is kept by the rules of that one.',
  ],
  source: [awsLens('MLSEC03-BP05')],
  good: [
    `lake data-lake containsPii=true retentionDays=365; data-source -> lake -> dataset-builder`,
    `es event-stream containsPii=true retentionHours=72; client -> es -> data-lake`,
    `src data-source containsPii=true; lake data-lake containsPii=true; src -> pii-anonymizer -> lake -> dataset-builder`,
    `lake data-lake containsPii=true piiHandling=tokenised; data-source -> lake`,
    `src data-source containsPii=true; src -> dataset-builder`,
    `data-source -> data-lake -> dataset-builder`,
  ],
  bad: [
    `lake data-lake "Orders" containsPii=true; data-source -> lake -> dataset-builder`,
    `es event-stream "Clicks" containsPii=true; log prediction-log containsPii=true piiHandling=restricted-access; client -> es -> data-lake; app-service -> log`,
    `ann ann-index "Documents" containsPii=true accessFilter=true; embedding-job -> ann`,
    `a data-source containsPii=true; lake data-lake "Mixed" containsPii=true; a -> pii-anonymizer -> lake; a -> lake`,
  ],
  applies: graph => keepers(graph).length > 0,
  *check(graph) {
    for (const store of keepers(graph)) {
      const { field, examples } = KEEPS[store.kind]!
      if (numberOf(store.props, field) !== undefined) continue
      yield {
        at: [store.id],
        field,
        message: `${named(store)} keeps personal data without an end date: it outlives its purpose, and a leak exposes all of its history.`,
        fixes: () => [{ title: 'say how long it is kept', field, examples } satisfies FieldFix],
      }
    }
  },
})

/** The stores that keep personal data as it identifies people. */
const keepers: (graph: Graph) => readonly Block[] = perGraph(graph =>
  untreated(graph, holdsPersonalData, isTokenised).filter(block => Object.hasOwn(KEEPS, block.kind)),
)

function isTokenised(block: Block): boolean {
  return block.kind === 'pii-anonymizer' || wordOf(block.props, 'piiHandling') === 'tokenised'
}
