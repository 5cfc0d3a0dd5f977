import { studies, subjectsOf } from '../graph/evaluation'
import type { Graph } from '../graph/graph'
import { trainingJobsOf } from '../graph/lineage'
import { connected } from '../graph/parts'
import { isTrue, wordOf } from '../graph/props'
import { ARTIFACT, descendants, type Kinds } from '../graph/reach'
import type { Block, Id } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { mlTestScore, rulesOfMl } from './sources'
import { listed, named, verb } from './words'

const RELEASES = ['model-registry', 'safe-rollout']

/** Over what a verdict reaches a release. */
const DECIDES_OVER: Kinds = new Set(['artifact', 'trigger'])

export default defineRule({
  id: 'eval-not-gating',
  step: 'model',
  sort: 'correctness',
  severity: 'warning',
  summary: 'A model goes on to its release only after its evaluation passed.',
  why: 'An evaluation that nothing waits for is a report. Under a deadline the model ships first and the report is read after the incident; a gate refuses a candidate that scores below the one in production.',
  cure: 'Lead the model from training through its evaluation into the registry or the rollout.',
  tradeoff:
    'A gate on a noisy metric blocks good models, too: leave a margin, and name a person who may let one through.',
  silent: [
    'The evaluation itself says that it gates the release.',
    'Another evaluation of the same model gates it, so this one is a study beside it.',
    'People decide: the evaluation feeds a review that moves the release, or versions in the registry are approved by hand.',
    'Neither a registry nor a rollout is drawn, or only one that holds other models.',
  ],
  source: [mlTestScore('Infra 4'), rulesOfMl(9)],
  good: [
    `training-job -> offline-eval -> model-registry -> safe-rollout -> ranker`,
    `ev offline-eval gate=true; training-job -> ev; training-job -> model-registry`,
    `training-job -> model-registry -> safe-rollout; training-job -> offline-eval -trigger-> safe-rollout`,
    `training-job -> offline-eval -data-> human-review -trigger-> model-registry; training-job -> model-registry`,
    `reg model-registry approval=manual; training-job -> reg; training-job -> offline-eval`,
    `study offline-eval "Rater study" method=raters; training-job -> offline-eval -> model-registry; training-job -> study`,
    `a training-job; b training-job; a -> offline-eval; ev offline-eval; b -> ev -> model-registry`,
    `training-job -> offline-eval`,
  ],
  bad: [
    `training-job -> model-registry -> safe-rollout -> ranker; training-job -> offline-eval`,
    `training-job -> safe-rollout -> online-inference; training-job -metric-> offline-eval -trigger-> training-job`,
    `pretrained-model -> model-registry -> llm; annotation -> offline-eval`,
    `model-registry -> safe-rollout -> ranker; dataset-builder -> training-job -> offline-eval`,
  ],
  applies: graph => graph.ofKind('offline-eval').length > 0 && graph.ofKind(...RELEASES).length > 0,
  *check(graph) {
    for (const group of studies(graph)) {
      if (group.some(each => isGate(graph, each))) continue
      const releases = releasesOf(graph, group)
      const [release] = releases
      if (!release || releases.some(each => wordOf(each.props, 'approval') === 'manual')) continue
      const evaluation = group.find(each => artifactsInto(graph, each.id).size > 0) ?? group[0]!
      yield {
        at: group.map(each => each.id),
        message: `${listed(group)} ${verb(group, 'does', 'do')} not decide the release: a model that fails reaches ${named(release)} all the same.`,
        fixes: () => [gateRelease(graph, evaluation, release), declareGate(graph, evaluation)],
      }
    }
  },
})

function isGate(graph: Graph, evaluation: Block): boolean {
  if (isTrue(evaluation.props, 'gate')) return true
  const reviews = graph.outOf(evaluation.id).filter(flow => graph.block(flow.target)?.kind === 'human-review')
  const starts = [evaluation.id, ...reviews.map(flow => flow.target)]
  const decided = descendants(graph, starts, DECIDES_OVER, block => block.kind === 'training-job')
  return graph.ofKind(...RELEASES).some(release => decided.has(release.id))
}

/** Where what they judge is released; where the drawing does not say, the releases that hold no trained model. */
function releasesOf(graph: Graph, group: readonly Block[]): readonly Block[] {
  const all = graph.ofKind(...RELEASES)
  const subjects = group.flatMap(each => subjectsOf(graph, each))
  const after = descendants(graph, subjects, ARTIFACT)
  const own = all.filter(release => after.has(release.id))
  if (own.length > 0) return own
  const near = connected(graph, group[0]!, ...RELEASES).filter(release => isOfUnknownOrigin(graph, release))
  return near.length > 0 ? near : all.filter(release => isOfUnknownOrigin(graph, release))
}

function isOfUnknownOrigin(graph: Graph, release: Block): boolean {
  return trainingJobsOf(graph, release).length === 0
}

/** Leads the model through its evaluation; an evaluation that gets metrics alone sends its verdict. */
function gateRelease(graph: Graph, evaluation: Block, release: Block): EditFix | null {
  const draft = draftFix(graph)
  const judged = artifactsInto(graph, evaluation.id)
  for (const flow of graph.into(release.id))
    if (flow.kind === 'artifact' && judged.has(flow.source)) draft.lead(flow, evaluation.id)
  draft.link(evaluation.id, release.id, judged.size > 0 ? ['artifact'] : ['trigger'])
  return draft.done(`let ${named(evaluation)} gate ${named(release)}`)
}

function artifactsInto(graph: Graph, evaluation: Id): ReadonlySet<Id> {
  return new Set(graph.into(evaluation).flatMap(flow => (flow.kind === 'artifact' ? flow.source : [])))
}

function declareGate(graph: Graph, evaluation: Block): EditFix | null {
  const draft = draftFix(graph)
  draft.setProp(evaluation, 'gate', true)
  return draft.done(`say that ${named(evaluation)} gates the release`)
}
