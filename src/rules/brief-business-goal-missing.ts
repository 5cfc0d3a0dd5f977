import { wordOf } from '../graph/props'
import { scopeOf } from '../graph/scope'
import { servedModels } from '../graph/served'
import { defineRule } from './rule'
import { awsLens, nineSteps } from './sources'
import { listed, verb } from './words'

const EXAMPLES = [
  'More sessions that end in a purchase, at the same return rate',
  'Fewer fraud losses without turning away good customers',
  'Support answers found in minutes, so that fewer tickets are opened',
]

export default defineRule({
  id: 'brief-business-goal-missing',
  step: 'clarify',
  sort: 'coverage',
  severity: 'error',
  summary: 'The brief says what the business gains.',
  why: 'A model can beat every offline metric and still move nothing that the business counts. The goal decides the label, the metric and when the model is good enough.',
  cure: 'Name the goal in the brief: what the business counts, and which way it is to move.',
  tradeoff:
    'A minute spent on the goal saves weeks of work on the wrong target; a goal agreed with others takes a meeting.',
  silent: ['The scope is training, experiment or data: the goal then stands in the design that this is a part of.'],
  source: [nineSteps(1), awsLens('MLPERF01-BP01')],
  good: [
    `brief businessGoal="Fewer fraud losses"; client -> app-service -> online-inference`,
    `brief scope=training; data-source -> dataset-builder -> training-job`,
    `brief scope=experiment; client -> app-service -> online-experiment`,
    `brief scope=data; data-source -> data-lake`,
  ],
  bad: [
    `client -> app-service -> online-inference`,
    `brief scope=serving businessGoal=" "; client -> app-service -> ranker`,
  ],
  applies: graph => scopeOf(graph) === 'full' || scopeOf(graph) === 'serving',
  *check(graph) {
    if (wordOf(graph.brief, 'businessGoal') !== undefined) return
    const models = servedModels(graph)
    const cost =
      models.length > 0 ? `what ${listed(models)} ${verb(models, 'is', 'are')} worth` : 'what a model is worth'
    yield {
      at: [],
      field: 'businessGoal',
      message: `No business goal: nothing says ${cost} or when it is good enough.`,
      fixes: () => [{ title: 'name the business goal', field: 'businessGoal', examples: EXAMPLES }],
    }
  },
})
