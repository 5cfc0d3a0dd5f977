import { type Graph, perGraph } from '../graph/graph'
import { contextOf } from '../graph/prompt-context'
import { isTrue, wordOf } from '../graph/props'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { owaspLlm } from './sources'
import { listed, named } from './words'

/** Ways of handling personal data after which a found document tells nobody who it is about, or reaches few. */
const HARMLESS = new Set(['tokenised', 'restricted-access'])

export default defineRule({
  id: 'rag-access-control-missing',
  step: 'serve',
  sort: 'correctness',
  severity: 'error',
  summary: 'Retrieval for a language model returns only what the asking user may see.',
  why: 'A language model repeats whatever stands in its prompt, and cannot know who may read it. Once a document of another customer or about another person is retrieved, no instruction keeps it out of the answer reliably.',
  cure: 'Filter the search by the rights of the user who asks, inside the index.',
  tradeoff:
    'Filtered search is slower or finds less, and every document carries its rights into the index and keeps them current.',
  silent: [
    'No language model gets what the index finds: results of a search page are filtered elsewhere.',
    'The index holds no personal data and the system has one tenant.',
    'Personal data in the index is tokenised, or only people with access use it.',
  ],
  source: [owaspLlm('LLM08')],
  good: [
    `ann ann-index containsPii=true accessFilter=true; client -> app-service -> ann, llm`,
    `client -> app-service -> ann-index, llm`,
    `ann ann-index containsPii=true; client -> app-service -> ann, ranker`,
    `ann ann-index containsPii=true piiHandling=tokenised; client -> app-service -> ann, llm`,
    `brief multiTenant=true; a app-service; b app-service; c1 client; c2 client; c1 -> a -> ann-index; c2 -> b -> llm`,
  ],
  bad: [
    `ann ann-index "Ticket index" containsPii=true; client -> app-service -> ann, llm`,
    `brief multiTenant=true; cg candidate-generator method=embedding; client -> app-service -> cg, prompt-builder, llm; cg -> ann-index`,
    `ann ann-index containsPii=true; client -> app-service -> llm -> ann`,
    `brief multiTenant=true; ann-index -data-> prompt-builder -> llm; client -> prompt-builder`,
  ],
  applies: graph => readers(graph).size > 0,
  *check(graph) {
    for (const [index, llms] of readers(graph)) {
      if (isTrue(index.props, 'accessFilter')) continue
      const whose = isTrue(graph.brief, 'multiTenant') ? 'of every tenant' : 'with personal data'
      yield {
        at: [index.id],
        message: `${named(index)} finds documents ${whose} for anyone who asks: ${listed(llms)} can quote what this user may not read.`,
        fixes: () => [filterByAccess(graph, index)],
      }
    }
  },
})

/** The indexes with something to protect whose finds reach a language model, with those models. */
const readers: (graph: Graph) => ReadonlyMap<Block, readonly Block[]> = perGraph(graph => {
  const found = new Map<Block, Block[]>()
  for (const llm of graph.ofKind('llm'))
    for (const store of contextOf(graph, llm))
      if (store.kind === 'ann-index' && isSensitive(graph, store)) found.set(store, [...(found.get(store) ?? []), llm])
  return found
})

function isSensitive(graph: Graph, index: Block): boolean {
  const isHarmless = HARMLESS.has(wordOf(index.props, 'piiHandling') ?? '')
  return isTrue(graph.brief, 'multiTenant') || (isTrue(index.props, 'containsPii') && !isHarmless)
}

function filterByAccess(graph: Graph, index: Block): EditFix | null {
  const draft = draftFix(graph)
  draft.setProp(index, 'accessFilter', true)
  return draft.done(`filter ${named(index)} by the rights of the user`)
}
