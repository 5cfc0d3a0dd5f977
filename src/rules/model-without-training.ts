import type { Graph } from '../graph/graph'
import { upstream } from '../graph/lineage'
import { isTrue, wordOf } from '../graph/props'
import { ARTIFACT } from '../graph/reach'
import { calleesOf } from '../graph/request-path'
import { isRunElsewhere, servedModels } from '../graph/served'
import { fieldOfKind, kindOf } from '../kinds/index'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { addTraining } from './fixes/training'
import { defineRule, type EditFix, type Fixes } from './rule'
import { nineSteps } from './sources'
import { named } from './words'

export default defineRule({
  id: 'model-without-training',
  step: 'model',
  sort: 'coverage',
  severity: 'error',
  summary: 'Every served model comes from training, a pre-trained checkpoint or a host.',
  why: 'A model that nothing produces cannot be improved, reproduced or explained. The lineage from data to deployed version is what every later question goes back to.',
  cure: 'Train the model and release it through evaluation and a registry, or mark it as hosted.',
  tradeoff: 'A hosted model skips training and its team, but gives up control over version, price and data.',
  silent: [
    'The model is hosted, run by someone else, unsupervised, or fitted anew in each run.',
    'A retriever calls an inference block that is itself trained or pre-trained: the encoder is drawn beside it.',
    'Retrieval by rules, popularity, content or place runs no trained model.',
    'The scope is serving, experiment or data: training is drawn elsewhere.',
  ],
  source: [nineSteps(6)],
  good: [
    `training-job -> offline-eval -artifact-> model-registry -> safe-rollout -> ranker`,
    `pretrained-model -> model-registry -> online-inference`,
    `llm llm hosted=true; client -> app-service -> llm`,
    `rk ranker modelParams=external; client -> app-service -> rk`,
    `cg candidate-generator method=popularity; client -> app-service -> cg`,
    `bi batch-inference fit=at-scoring; data-lake -> bi -> prediction-store`,
    `cg candidate-generator method=two-tower; cg -> online-inference; pretrained-model -> online-inference`,
    `brief scope=serving; client -> app-service -> ranker`,
  ],
  bad: [
    `client -> app-service -> ranker`,
    `client -> app-service -> llm`,
    `model-registry -> safe-rollout -> online-inference`,
    `rk ranker; cg candidate-generator method=two-tower; training-job -> model-registry -> rk; client -> app-service -> cg, rk; data-source -> training-job; annotation -> training-job`,
  ],
  applies: graph => servedModels(graph).some(model => !isMadeElsewhere(graph, model)),
  *check(graph) {
    for (const model of servedModels(graph)) {
      if (isMadeElsewhere(graph, model) || isProduced(graph, model)) continue
      yield {
        at: [model.id],
        message: `No training produces ${named(model)}: nobody can say what it learned from, or build its next version.`,
        fixes: () => cures(graph, model),
      }
    }
  },
})

/** An LLM is most likely hosted; any other model is most likely trained. */
function cures(graph: Graph, model: Block): Fixes {
  const hosted = markHosted(graph, model)
  const trained = addTraining(graph, model)
  return model.kind === 'llm' ? [hosted, trained] : [trained, hosted]
}

function isProduced(graph: Graph, block: Block): boolean {
  return upstream(graph, block, ARTIFACT).some(each => each.kind === 'training-job' || each.kind === 'pretrained-model')
}

/** Hosted, run by someone else, fitted anew in each run, or a retriever whose encoder is a block of its own. */
function isMadeElsewhere(graph: Graph, model: Block): boolean {
  return (
    isTrue(model.props, 'hosted') ||
    isRunElsewhere(model) ||
    wordOf(model.props, 'fit') === 'at-scoring' ||
    wordOf(model.props, 'learning') === 'unsupervised' ||
    calleesOf(graph, model.id).some(callee => callee.kind === 'online-inference' && isProduced(graph, callee))
  )
}

function markHosted(graph: Graph, model: Block): EditFix | null {
  if (!fieldOfKind(kindOf(model.kind), 'hosted')) return null
  const draft = draftFix(graph)
  draft.setProp(model, 'hosted', true)
  return draft.done(`mark ${named(model)} as hosted`)
}
