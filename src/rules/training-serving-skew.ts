import type { Graph } from '../graph/graph'
import { learnedFrom } from '../graph/learned'
import { isSource, upstream } from '../graph/lineage'
import { type LiveTransform, liveTransforms } from '../graph/live-transforms'
import { carriersOfPersonalData } from '../graph/personal-data'
import { isTrue } from '../graph/props'
import { LINEAGE } from '../graph/reach'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { awsLens, mlTestScore, rulesOfMl } from './sources'
import { listed, named, verb } from './words'

export default defineRule({
  id: 'training-serving-skew',
  step: 'serve',
  sort: 'correctness',
  severity: 'error',
  summary: 'What computes features for live models feeds their training, too.',
  why: 'A model that is asked with features it never learned from, or with the same features computed by other code, loses accuracy that no offline metric shows. The YouTube home page gained quality and lost code when it began to log features at serving time.',
  cure: 'Write the features to the offline store as well, run one implementation in both places, or log the features when they are served and train on the log.',
  tradeoff:
    'One feature platform keeps both sides alike, but is a system to run; logged features need storage and wait for traffic.',
  silent: [
    'The block declares that training runs the same code (`sharedTransform`).',
    'A prediction log with `logsFeatures` reaches training: the model learns from what was served.',
    'The training of the model is not drawn, or another model that reads the same store has none.',
    'A later transform of training takes the block’s output in: only the last step before the model is compared.',
  ],
  source: [mlTestScore('Monitor 3'), rulesOfMl(29, 32, 37), awsLens('MLREL03-BP02')],
  good: [
    `event-stream -> feature-pipeline-stream -> feature-store-online, feature-store-offline; feature-store-offline -> training-job -> ranker; client -> ranker -> feature-store-online`,
    `fps feature-pipeline-stream sharedTransform=true; event-stream -> fps -> feature-store-online; client -> ranker -> feature-store-online; data-lake -> training-job -> ranker`,
    `plog prediction-log logsFeatures=true; event-stream -> feature-pipeline-stream -> feature-store-online; client -> ranker -> feature-store-online; client -> plog -> label-join -> dataset-builder -> training-job -> ranker`,
    `event-stream -> feature-pipeline-stream -> feature-store-online; client -> ranker -> feature-store-online`,
    `event-stream -> feature-pipeline-stream -> feature-store-online; client -> app-service -> feature-store-online, ranker, llm; data-lake -> training-job -> ranker`,
    `prep online-preprocessor sharedTransform=true; client -> app-service -> prep -> online-inference; data-lake -> training-job -> online-inference`,
    `feature-pipeline-batch -> feature-store-offline -> training-job -> batch-inference; feature-store-offline -> batch-inference -> prediction-store`,
  ],
  bad: [
    `event-stream -> feature-pipeline-stream -> feature-store-online; client -> ranker -> feature-store-online; data-lake -> training-job -> ranker`,
    `event-stream -> data-validation -> feature-pipeline-stream -> feature-store-online; data-validation -> feature-pipeline-batch -> feature-store-offline -> dataset-builder -> training-job -> model-registry -> ranker; client -> app-service -> feature-store-online, ranker`,
    `event-stream -> data-validation -> fps; fps feature-pipeline-stream "Counters"; fps -stream-> online-inference -> decision-policy; data-validation -data-> dataset-builder -> training-job -> online-inference`,
    `client -> app-service -> online-preprocessor -> online-inference; prediction-log -> label-join -> dataset-builder -> training-job -> online-inference; app-service -> prediction-log`,
    `fpb feature-pipeline-batch; data-lake -> fpb -> batch-inference -> prediction-store; data-lake -> dataset-builder -> training-job -> batch-inference`,
  ],
  applies: graph => liveTransforms(graph).length > 0,
  *check(graph) {
    for (const transform of liveTransforms(graph)) {
      const { block, newTo } = transform
      if (newTo.length === 0 || isTrue(block.props, 'sharedTransform')) continue
      yield {
        at: [block.id],
        // A preprocessor is seldom drawn twice: it may well run in training, but nothing says so.
        ...(isPreprocessor(block) ? { severity: 'warning' } : {}),
        message: describe(transform),
        fixes: () => [learnFrom(graph, transform), logFeatures(graph, newTo), shareCode(graph, block)],
      }
    }
  },
})

function describe({ block, newTo }: LiveTransform): string {
  return isPreprocessor(block)
    ? `Nothing says that training runs ${named(block)} as well: a difference there costs ${listed(newTo)} accuracy that no offline metric shows.`
    : `${named(block)} computes features for ${listed(newTo)} and no training sees them: ${verb(newTo, 'it answers', 'they answer')} from inputs that nothing was learned from.`
}

function isPreprocessor(block: Block): boolean {
  return block.kind === 'online-preprocessor'
}

/** Writes the features to what the models learn from. Null where data that nobody checked or cleared came along. */
function learnFrom(graph: Graph, { block, newTo }: LiveTransform): EditFix | null {
  if (isPreprocessor(block) || !isFitForTraining(graph, block)) return null
  const draft = draftFix(graph)
  for (const job of new Set(newTo.flatMap(model => learnedFrom(graph).get(model.id)?.jobs ?? []))) {
    const inputs = upstream(graph, job)
    const store = inputs.find(each => each.kind === 'feature-store-offline')
    const history = store?.id ?? draft.add('feature-store-offline', `${block.id}-history`, { beside: [block] })
    draft.link(block.id, history, block.kind === 'feature-pipeline-stream' ? ['stream', 'data'] : ['data'])
    const set = inputs.find(each => each.kind === 'dataset-builder') ?? job
    if (!store) draft.link(history, set.id, ['data'])
  }
  return draft.done(`train on the features of ${named(block)}`)
}

function isFitForTraining(graph: Graph, transform: Block): boolean {
  const isCheck = (block: Block) => block.kind === 'data-validation' || isTrue(block.props, 'validates')
  return (
    (isCheck(transform) || !upstream(graph, transform, LINEAGE, isCheck).some(isSource)) &&
    !carriersOfPersonalData(graph).has(transform.id) &&
    // A feature made from labels needs a join as of an earlier time before anything may learn from it.
    !upstream(graph, transform).some(block => block.kind === 'label-join' || block.kind === 'annotation')
  )
}

/** Keeps the features that were served, where the log of what was served reaches training already. */
function logFeatures(graph: Graph, models: readonly Block[]): EditFix | null {
  const draft = draftFix(graph)
  const logs = models.map(model => logBehind(graph, model))
  if (logs.length === 0 || logs.includes(undefined)) return null
  for (const log of new Set(logs)) if (log) draft.setProp(log, 'logsFeatures', true)
  return draft.done('log the features that are served')
}

function logBehind(graph: Graph, model: Block): Block | undefined {
  const learned = learnedFrom(graph).get(model.id)
  return graph.ofKind('prediction-log').find(log => learned?.ids.has(log.id))
}

function shareCode(graph: Graph, block: Block): EditFix | null {
  const draft = draftFix(graph)
  draft.setProp(block, 'sharedTransform', true)
  return draft.done(`run ${named(block)} in training, too`)
}
