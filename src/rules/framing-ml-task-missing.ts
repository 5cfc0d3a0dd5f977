import { wordOf } from '../graph/props'
import { type Scope, scopeOf } from '../graph/scope'
import { servedModels } from '../graph/served'
import { briefField } from '../kinds/brief'
import { defineRule } from './rule'
import { nineSteps } from './sources'
import { listed } from './words'

const SCOPES: ReadonlySet<Scope> = new Set(['full', 'serving', 'training'])

export default defineRule({
  id: 'framing-ml-task-missing',
  step: 'frame',
  sort: 'coverage',
  severity: 'error',
  summary: 'The brief names the ML task that the model solves.',
  why: 'The task turns the goal into something a model can learn: it fixes labels, loss and metrics. The same product can often be framed two ways, and they fail differently.',
  cure: 'Choose the task in the brief.',
  tradeoff:
    'Ranking orders a list well but its scores mean little by themselves; pointwise classification gives probabilities and ignores the rest of the list.',
  silent: ['The scope is experiment or data: the model is framed elsewhere.'],
  source: [nineSteps(1)],
  good: [
    `brief mlTask=ranking; client -> app-service -> ranker`,
    `brief scope=experiment; client -> app-service -> online-experiment`,
    `brief scope=data; data-source -> data-lake`,
  ],
  bad: [`client -> app-service -> ranker`, `brief scope=training; data-source -> dataset-builder -> training-job`],
  applies: graph => SCOPES.has(scopeOf(graph)),
  *check(graph) {
    if (wordOf(graph.brief, 'mlTask') !== undefined) return
    const models = servedModels(graph)
    const whose = models.length > 0 ? ` of ${listed(models)}` : ''
    yield {
      at: [],
      field: 'mlTask',
      message: `No ML task: labels, loss and metrics${whose} hang on it, and cannot be judged.`,
      fixes: () => [{ title: 'choose the ML task', field: 'mlTask', examples: briefField('mlTask')?.choices ?? [] }],
    }
  },
})
