import { wordOf } from '../graph/props'
import { type Scope, scopeOf } from '../graph/scope'
import { servedModels } from '../graph/served'
import { briefField } from '../kinds/brief'
import { sketch } from '../plan/sketch'
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
  tradeoff:
    'Ranking orders a list well but its scores mean little by themselves; pointwise classification gives probabilities and ignores the rest of the list.',
  source: [nineSteps(1)],
  good: [
    sketch`brief mlTask=ranking; client -> app-service -> ranker`,
    sketch`brief scope=experiment; client -> app-service -> online-experiment`,
    sketch`brief scope=data; data-source -> data-lake`,
  ],
  bad: [
    sketch`client -> app-service -> ranker`,
    sketch`brief scope=training; data-source -> dataset-builder -> training-job`,
  ],
  applies: graph => SCOPES.has(scopeOf(graph)),
  *check(graph) {
    if (wordOf(graph.brief, 'mlTask') !== undefined) return
    const models = servedModels(graph)
    const whose = models.length > 0 ? ` of ${listed(models)}` : ''
    yield {
      at: [],
      field: 'mlTask',
      message: `No ML task: labels, loss and metrics${whose} hang on it, and cannot be judged.`,
      fixes: [{ title: 'choose the ML task', field: 'mlTask', examples: briefField('mlTask')?.choices ?? [] }],
    }
  },
})
