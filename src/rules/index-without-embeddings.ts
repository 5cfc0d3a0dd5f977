import { isFilled } from '../graph/vector-spaces'
import { fillIndex } from './fixes/retrieval'
import { defineRule } from './rule'
import { discoverySystems, owaspLlm } from './sources'
import { named } from './words'

export default defineRule({
  id: 'index-without-embeddings',
  step: 'serve',
  sort: 'coverage',
  severity: 'error',
  summary: 'Every index is filled by something.',
  why: 'An index finds only the vectors that were put in. Which encoder makes them, how often and for which items decides what can be found, and a change of encoder means filling it again.',
  cure: 'Draw the embedding job that encodes the items and writes them to the index.',
  tradeoff:
    'Encoding the corpus takes hours of accelerators each time the model changes, and new items wait for the next run.',
  silent: [
    'Anything delivers to the index: an artefact, batch data or a stream.',
    'How fresh, how large or how well encoded the vectors are is judged by other rules.',
  ],
  source: [discoverySystems(), owaspLlm('LLM08')],
  good: [
    `embedding-job -> ann-index; client -> app-service -> ann-index`,
    `es event-stream; es -stream-> ann-index`,
    `embedding-job -> data-lake -data-> ann-index`,
    `client -> app-service -> ranker`,
  ],
  bad: [
    `client -> app-service -> ann-index`,
    `data-source -> data-validation -> dataset-builder -> training-job -> model-registry -> cg; cg candidate-generator method=two-tower; client -> app-service -> cg -> ann-index`,
    `emb embedding-job "Embed items"; data-lake -> emb; client -> app-service -> ann-index; app-service -> prediction-log -> data-lake`,
    `a ann-index "Text index"; b ann-index "Image index"; embedding-job -> a; client -> app-service -> a, b`,
    `texts ann-index; images ann-index "Image index"; src data-source trust=user-generated; src -> embedding-job -> texts; client -> app-service -> texts, images`,
  ],
  applies: graph => graph.ofKind('ann-index').length > 0,
  *check(graph) {
    for (const index of graph.ofKind('ann-index'))
      if (!isFilled(graph, index))
        yield {
          at: [index.id],
          message: `Nothing fills ${named(index)}: a search in it finds no item.`,
          fixes: () => [fillIndex(graph, index)],
        }
  },
})
