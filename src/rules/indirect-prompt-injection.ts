import { type Graph, perGraph } from '../graph/graph'
import { isContextChecked } from '../graph/guardrails'
import { isUserFacing } from '../graph/live-trials'
import { contextOf } from '../graph/prompt-context'
import { isTrue } from '../graph/props'
import { ancestors, descendants, LINEAGE } from '../graph/reach'
import { orchestratorOf } from '../graph/request-path'
import { isWrittenByOutsiders } from '../graph/trust'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { owaspLlm } from './sources'
import { listed, named } from './words'

const LOOKED_THROUGH = new Set(['data-validation', 'guardrail', 'human-review'])

export default defineRule({
  id: 'indirect-prompt-injection',
  step: 'serve',
  sort: 'correctness',
  severity: 'warning',
  summary: 'Text from outside is checked before a language model reads it as context.',
  why: 'A model reads instructions and documents in one prompt and cannot tell them apart. Whoever can write a page, a review or a ticket that is retrieved later can tell the model what to answer or whom to send data to.',
  cure: 'Scan documents before they enter the index, or check what was retrieved before it enters the prompt.',
  tradeoff: 'Some harmless documents are held back, and no scanner finds every hidden instruction.',
  silent: [
    'Who writes the source is not set, or people inside write it.',
    'A data validation, a guardrail or a reviewer stands between the source and the store.',
    'An input guardrail is called after the store is read, or stands between the store and the model; without stages, one that looks for injection counts.',
    'No language model reads the store.',
  ],
  source: [owaspLlm('LLM01')],
  good: [
    `src data-source trust=user-generated; src -> data-validation -> embedding-job -> ann-index; client -> app-service -> ann-index, llm`,
    `src data-source trust=first-party; src -> embedding-job -> ann-index; client -> app-service -> ann-index, llm`,
    `src data-source trust=user-generated; src -> embedding-job -> ann-index; client -> app-service -> ann-index, ranker`,
    `src data-source trust=third-party; g guardrail side=input; a app-service; src -> embedding-job -> ann-index; client -> a; a -request-> ann-index {stage=1}; a -request-> g {stage=2}; a -request-> llm {stage=3}`,
    `src data-source trust=third-party; g guardrail side=input; src -> embedding-job -> ann-index; client -> app-service -> ann-index; app-service -> g -> llm`,
    `src data-source trust=third-party; g guardrail side=input checks=prompt-injection; src -> embedding-job -> ann-index; client -> app-service -> ann-index, g, llm`,
    `src data-source; src -> embedding-job -> ann-index; client -> app-service -> ann-index, llm`,
    `etl feature-pipeline-batch validates=true; src data-lake trust=third-party; src -> etl -> operational-store; client -> app-service -> operational-store, llm`,
  ],
  bad: [
    `src data-source "Public reviews" trust=user-generated; src -> embedding-job -> ann-index; client -> app-service -> ann-index, llm`,
    `brief userFacing=false; src data-source "Web pages" sourceType=crawl; src -> etl-job -> embedding-job -> ann-index; client -> app-service -> cg, prompt-builder; cg candidate-generator method=embedding; cg -> ann-index; prompt-builder -> llm`,
    `es event-stream "Tickets" trust=user-generated; es -> operational-store; client -> app-service -> llm -> operational-store`,
    `src data-source trust=third-party; g guardrail side=input; a app-service; src -> embedding-job -> ann-index; client -> a; a -request-> g {stage=1}; a -request-> ann-index {stage=2}; a -request-> llm {stage=3}`,
    `src data-source trust=third-party; g guardrail side=input; src -> embedding-job -> ann-index; client -> g -> app-service -> ann-index, llm`,
    `src data-source trust=third-party; g guardrail side=input; src -> embedding-job -> ann-index; client -> app-service -> g, ann-index, llm`,
    `src data-source trust=third-party; ann-index -data-> prompt-builder -> llm; src -> embedding-job -> ann-index; client -> prompt-builder; src -> data-validation -> dataset-builder`,
  ],
  applies: graph => graph.blocks.some(isWrittenByOutsiders) && readings(graph).length > 0,
  *check(graph) {
    for (const source of graph.blocks.filter(isWrittenByOutsiders)) {
      const after = descendants(graph, source.id, LINEAGE, isLookedThrough)
      const reached = readings(graph).filter(
        ({ llm, store }) => after.has(store.id) && !isContextChecked(graph, llm, store),
      )
      if (reached.length === 0) continue
      const llms = [...new Set(reached.map(reading => reading.llm))]
      const stores = [...new Set(reached.map(reading => reading.store))]
      yield {
        at: [source.id],
        severity: isUserFacing(graph) ? 'error' : 'warning',
        message: `Outsiders write ${named(source)}, and it reaches ${listed(stores)} unchecked: a document can give orders to ${listed(llms)}.`,
        fixes: () => [validate(graph, source, stores), checkContext(graph, llms)],
      }
    }
  },
})

/** What learns from a text hands on weights, not the text. */
const ENDS_TEXT = new Set(['training-job', 'hyperparameter-tuning', 'model', 'model-registry'])

/** A language model and a store whose content can end in its prompt. */
interface Reading {
  readonly llm: Block
  readonly store: Block
}

const readings: (graph: Graph) => readonly Reading[] = perGraph(graph =>
  graph.ofKind('llm').flatMap(llm => contextOf(graph, llm).map(store => ({ llm, store }))),
)

function isLookedThrough(block: Block): boolean {
  return LOOKED_THROUGH.has(block.kind) || ENDS_TEXT.has(block.kind) || isTrue(block.props, 'validates')
}

/** Leads what leaves the source towards the stores through a validation. */
function validate(graph: Graph, source: Block, stores: readonly Block[]): EditFix | null {
  const draft = draftFix(graph)
  const ends = stores.map(store => store.id)
  const towards = new Set([...ends, ...ancestors(graph, ends, LINEAGE, isLookedThrough)])
  const exits = graph.outOf(source.id).filter(flow => LINEAGE.has(flow.kind) && towards.has(flow.target))
  for (const exit of exits) draft.lead(exit, draft.add('data-validation', `${source.id}-validation`))
  return draft.done(`add data validation after ${named(source)}`)
}

/** Has whoever asks a model call an input guardrail of its own, for the documents and not only for the question. */
function checkContext(graph: Graph, llms: readonly Block[]): EditFix | null {
  const draft = draftFix(graph)
  for (const llm of llms) {
    const caller = orchestratorOf(graph, llm)
    if (caller === llm) return null
    const guard = draft.add('guardrail', `${llm.id}-context-guardrail`, {
      label: 'Context check',
      props: { side: 'input', checks: ['prompt-injection'] },
      beside: [llm],
    })
    draft.link(caller.id, guard, ['request'])
  }
  return draft.done('check what was retrieved before the prompt')
}
