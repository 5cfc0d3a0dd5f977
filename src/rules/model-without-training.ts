import type { Graph } from '../graph/graph'
import { upstream } from '../graph/lineage'
import { isTrue, wordOf } from '../graph/props'
import { ARTIFACT } from '../graph/reach'
import { calleesOf } from '../graph/request-path'
import { servedModels } from '../graph/served'
import { fieldOfKind, kindOf } from '../kinds/index'
import type { Block } from '../model/design'
import { sketch } from '../plan/sketch'
import { draftFix } from './fixes/draft'
import { addTraining } from './fixes/training'
import { defineRule, type EditFix } from './rule'
import { nineSteps } from './sources'
import { named } from './words'

export default defineRule({
  id: 'model-without-training',
  step: 'model',
  sort: 'coverage',
  severity: 'error',
  summary: 'Every served model comes from training, a pre-trained checkpoint or a host.',
  why: 'A model that nothing produces cannot be improved, reproduced or explained. The lineage from data to deployed version is what every later question goes back to.',
  tradeoff: 'A hosted model skips training and its team, but gives up control over version, price and data.',
  source: [nineSteps(6)],
  good: [
    sketch`training-job -> offline-eval -artifact-> model-registry -> safe-rollout -> ranker`,
    sketch`pretrained-model -> model-registry -> online-inference`,
    sketch`llm llm hosted=true; client -> app-service -> llm`,
    sketch`rk ranker modelParams=external; client -> app-service -> rk`,
    sketch`cg candidate-generator method=popularity; client -> app-service -> cg`,
    sketch`bi batch-inference fit=at-scoring; data-lake -> bi -> prediction-store`,
    sketch`cg candidate-generator method=two-tower; cg -> online-inference; pretrained-model -> online-inference`,
    sketch`brief scope=serving; client -> app-service -> ranker`,
  ],
  bad: [
    sketch`client -> app-service -> ranker`,
    sketch`client -> app-service -> llm`,
    sketch`model-registry -> safe-rollout -> online-inference`,
    sketch`rk ranker; cg candidate-generator method=two-tower; training-job -> model-registry -> rk; client -> app-service -> cg, rk; data-source -> training-job; annotation -> training-job`,
  ],
  applies: graph => servedModels(graph).some(model => !isMadeElsewhere(graph, model)),
  *check(graph) {
    for (const model of servedModels(graph)) {
      if (isMadeElsewhere(graph, model) || isProduced(graph, model)) continue
      const hosted = markHosted(graph, model)
      const trained = addTraining(graph, model)
      const fixes = hosted === null ? [trained] : model.kind === 'llm' ? [hosted, trained] : [trained, hosted]
      yield {
        at: [model.id],
        message: `No training produces ${named(model)}: nobody can say what it learned from, or build its next version.`,
        fixes,
      }
    }
  },
})

function isProduced(graph: Graph, block: Block): boolean {
  return upstream(graph, block, ARTIFACT).some(each => each.kind === 'training-job' || each.kind === 'pretrained-model')
}

/** Hosted, run by someone else, fitted anew in each run, or a retriever whose encoder is a block of its own. */
function isMadeElsewhere(graph: Graph, model: Block): boolean {
  return (
    isTrue(model.props, 'hosted') ||
    wordOf(model.props, 'modelParams') === 'external' ||
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
