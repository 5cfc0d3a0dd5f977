import type { Graph } from '../graph/graph'
import { wordOf } from '../graph/props'
import { type Scope, scopeOf } from '../graph/scope'
import { servedModels } from '../graph/served'
import { defineRule, type FieldFix } from './rule'
import { rulesOfMl } from './sources'
import { listed, verb } from './words'

const SCOPES: ReadonlySet<Scope> = new Set(['full', 'serving', 'training'])

const OBJECTIVE: FieldFix = {
  title: 'say what the model predicts',
  field: 'mlObjective',
  examples: ['probability that a shown item is bought', 'minutes until delivery, as quantiles'],
}
const INPUTS: FieldFix = {
  title: 'say what goes in',
  field: 'inputs',
  examples: ['user, context, item', 'query text', 'photo'],
}
const OUTPUTS: FieldFix = {
  title: 'say what comes out',
  field: 'outputs',
  examples: ['ranked list of items', 'probability', 'answer with citations'],
}

export default defineRule({
  id: 'framing-objective-missing',
  step: 'frame',
  sort: 'coverage',
  severity: 'warning',
  summary: 'The brief says what the model predicts, and from what.',
  why: 'The objective fixes what a label is and which rows belong in the training set. Most disputes about a model turn out to be about a target that nobody wrote down.',
  cure: 'Write the objective in one sentence, with its input or its output.',
  tradeoff:
    'A proxy such as a click is plentiful and quick to learn, but drifts from the goal; the goal itself is rare and late.',
  silent: [
    'The objective is written, and the input or the output beside it: the other follows.',
    'The scope is experiment or data: the model is framed elsewhere.',
  ],
  source: [rulesOfMl(12, 13)],
  good: [
    `brief mlObjective="probability of a click" inputs="user, ad"; client -> app-service -> ranker`,
    `brief mlObjective="probability of a click" outputs=pCTR; client -> app-service -> ranker`,
    `brief scope=experiment; client -> app-service -> online-experiment`,
    `brief scope=data; data-source -> data-lake`,
  ],
  bad: [
    `client -> app-service -> ranker`,
    `brief mlObjective="probability of a click"; client -> app-service -> ranker`,
    `brief inputs="user, ad" outputs=pCTR; client -> app-service -> ranker`,
    `brief scope=training mlObjective=" "; data-source -> dataset-builder -> training-job`,
  ],
  applies: graph => SCOPES.has(scopeOf(graph)),
  *check(graph) {
    const isSet = (key: string) => wordOf(graph.brief, key) !== undefined
    if (!isSet('mlObjective'))
      yield {
        at: [],
        field: 'mlObjective',
        message: `No objective: nothing says what ${predicts(graph)}, so neither labels nor metrics can be chosen.`,
        fixes: () => [OBJECTIVE],
      }
    else if (!isSet('inputs') && !isSet('outputs'))
      yield {
        at: [],
        field: 'inputs',
        message:
          'No input or output: nothing says what the model gets to see or what it answers with, so no row of training data can be laid out.',
        fixes: () => [INPUTS, OUTPUTS],
      }
  },
})

function predicts(graph: Graph): string {
  const models = servedModels(graph)
  return models.length > 0 ? `${listed(models)} ${verb(models, 'predicts', 'predict')}` : 'the model predicts'
}
