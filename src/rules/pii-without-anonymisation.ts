import type { Graph } from '../graph/graph'
import { callsOf, type Exposure, exposures, holdsPersonalData } from '../graph/personal-data'
import { isTrue } from '../graph/props'
import type { Block } from '../model/design'
import { type Draft, draftFix } from './fixes/draft'
import { leadExits } from './fixes/exits'
import { defineRule, type EditFix } from './rule'
import { awsLens, mlTestScore, owaspMl } from './sources'
import { listed, named } from './words'

export default defineRule({
  id: 'pii-without-anonymisation',
  step: 'data',
  sort: 'correctness',
  severity: 'error',
  summary: 'Personal data is anonymised before training and before it leaves for a vendor’s model.',
  why: 'A trained model gives back some of what it saw: membership inference tells who was in the data, inversion rebuilds it. A record cannot be deleted from weights, only trained away.',
  cure: 'Put an anonymiser behind the block that holds personal data, a guardrail that looks for it before a vendor’s model, or say what makes it right to use the data as it is.',
  tradeoff:
    'Tokenised ids keep joins but remain personal data while the key exists; hashing or dropping ends that and loses signal.',
  silent: [
    'A block on the way says what makes it right: tokenised, consented or restricted access.',
    'A later block on the same path holds personal data, too: it answers for the path.',
    'The block stands behind an anonymiser and gets no untreated data past it.',
    'An index filters by access: each user gets only what they may see.',
    'Whoever asks the vendor’s model asks a guardrail to look for personal data.',
    'Only models and metrics, not rows, get from the block to training.',
  ],
  source: [mlTestScore('Data 5'), awsLens('MLSEC03-BP03'), owaspMl('ML03', 'ML04')],
  good: [
    `es event-stream "Clicks" containsPii=true; es -> pii-anonymizer -> data-validation -> dataset-builder -> training-job`,
    `src data-source containsPii=true piiHandling=consented; src -> dataset-builder -> training-job`,
    `src data-source containsPii=true; lake data-lake containsPii=true piiHandling=tokenised; src -> lake -> dataset-builder -> training-job`,
    `es event-stream containsPii=true; fs feature-store-offline containsPii=true; es -> pii-anonymizer -> feature-pipeline-stream -> fs -> dataset-builder -> training-job`,
    `db data-source containsPii=true; db -> operational-store; client -> app-service -> operational-store`,
    `llm llm hosted=true; ann ann-index containsPii=true accessFilter=true; client -> app-service -> ann, llm`,
    `llm llm hosted=true; st operational-store containsPii=true; g guardrail side=input checks=pii; client -> app-service -> st, g, llm`,
    `llm llm hosted=false; st operational-store containsPii=true; client -> app-service -> st, llm`,
    `src data-lake containsPii=true; src -> data-source; training-job -> model-registry`,
  ],
  bad: [
    `es event-stream "Clicks" containsPii=true; es -> data-validation -> dataset-builder -> training-job`,
    `src data-source "Accounts" containsPii=true piiHandling=none; src -> dataset-builder -> training-job; src -> feature-pipeline-batch -> dataset-builder`,
    `a data-source "Accounts" containsPii=true; b event-stream "Clicks" containsPii=true; a -> pii-anonymizer -> data-lake -> dataset-builder -> training-job; b -> data-lake`,
    `llm llm "Vendor model" hosted=true; st operational-store "Tickets" containsPii=true; client -> app-service -> st; app-service -> prompt-builder -> llm`,
    `llm llm hosted=true; u client "Customer" containsPii=true; g guardrail side=input checks=jailbreak; u -> app-service -> g, llm`,
    `llm llm hosted=true; es event-stream "Mails" containsPii=true; es -async-> llm; es -> dataset-builder -> training-job`,
    `llm llm hosted=true; src data-source "Tickets" containsPii=true; src -data-> llm`,
    `llm llm hosted=true; g candidate-generator method=embedding; ann ann-index "Mails" containsPii=true; client -> app-service -> g -> ann; app-service -> llm`,
  ],
  applies: graph =>
    graph.blocks.some(holdsPersonalData) &&
    (graph.ofKind('training-job').length > 0 || graph.ofKind('llm').some(llm => isTrue(llm.props, 'hosted'))),
  *check(graph) {
    for (const exposure of exposures(graph)) {
      const { from, to } = exposure
      yield {
        at: [from.id],
        message: `Personal data of ${named(from)} reaches ${listed(to)} untreated: ${costOf(to)}.`,
        fixes: () => [
          treat(graph, exposure),
          {
            title: 'say what makes it right to use as it is',
            field: 'piiHandling',
            examples: ['tokenised', 'consented', 'restricted-access'],
          },
        ],
      }
    }
  },
})

function costOf(to: readonly Block[]): string {
  return to.some(block => block.kind === 'training-job')
    ? 'what a model has learned of a person can be drawn out of it and not deleted from it'
    : 'it leaves your systems with every prompt, and what becomes of it there is out of your hands'
}

function treat(graph: Graph, exposure: Exposure): EditFix | null {
  const { from, exits, asked } = exposure
  const draft = draftFix(graph)
  leadExits(draft, graph, exits, { kind: 'pii-anonymizer', id: `${from.id}-anonymiser` })
  for (const model of asked) screen(draft, graph, model)
  if (asked.length === 0) return draft.done(`add PII anonymiser after ${named(from)}`)
  return draft.done(
    exits.length === 0 ? `screen the prompts of ${listed(asked)}` : `anonymise ${named(from)} and screen prompts`,
  )
}

/**
 * Has whoever calls a model ask a guardrail first, which keeps their calls as they are. A queued call goes through the
 * guardrail, since a queue cannot ask.
 */
function screen(draft: Draft, graph: Graph, model: Block): void {
  const props = { side: 'input', checks: ['pii'] }
  const label = 'Personal data check'
  const guardrail = draft.add('guardrail', `${model.id}-screen`, { label, props, beside: [model] })
  for (const flow of callsOf(graph, model))
    if (flow.kind === 'async') draft.lead(flow, guardrail)
    else draft.link(flow.source, guardrail, ['request'])
}
