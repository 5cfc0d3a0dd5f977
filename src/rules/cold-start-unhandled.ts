import type { Graph } from '../graph/graph'
import { isTrue, numberOf, wordOf } from '../graph/props'
import { onRequestPath, orchestratorOf } from '../graph/request-path'
import { servedModels } from '../graph/served'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { rulesOfMl } from './sources'
import { named } from './words'

/** Retrieval that needs no history of the user or the item; a bandit tries what it does not know. */
const WITHOUT_HISTORY = new Set(['popularity', 'content', 'heuristic', 'geo', 'bandit'])

/** Tasks that choose from a list; for the others a new user needs a default answer. */
const CHOOSES_ITEMS = new Set(['ranking', 'recommendation', 'retrieval', undefined])

/** A share to start from; how much a product can spend on exploring is the person’s to set. */
const FIRST_SHARE = 0.02

export default defineRule({
  id: 'cold-start-unhandled',
  step: 'data',
  sort: 'coverage',
  severity: 'warning',
  summary: 'A personalised design has an answer for users and items without history.',
  why: 'Personalisation learns from history, and everyone is new once. What is never shown collects no clicks, so without a way in, a new item stays invisible and the model never finds out that it is good.',
  cure: 'Add candidates that need no history, let a small share explore, or write down the plan.',
  tradeoff:
    'Exploration costs some quality today for what is learned tomorrow; popular candidates are safe and make everyone’s list alike.',
  silent: [
    'Something explores: a share is set on the re-ranker or the policy, or a bandit runs.',
    'Candidates come by popularity, content, place or rule.',
    'A fallback answers in place of the model.',
    'The brief gives a plan for the cold start, or does not call the design personalised.',
    'Nothing but language models is served.',
  ],
  source: [rulesOfMl(18, 42)],
  good: [
    `brief personalised=true; rr re-ranker explorationShare=0.02; client -> app-service -> ranker, rr`,
    `brief personalised=true; cg candidate-generator method=popularity; client -> app-service -> cg, ranker`,
    `brief personalised=true coldStartPlan="Ask for three interests at sign-up"; client -> app-service -> ranker`,
    `brief personalised=true; client -> app-service -> ranker; app-service -fallback-> cache`,
    `brief personalised=true; ab online-experiment method=bandit; client -> app-service -> ranker; ranker -metric-> ab`,
    `brief personalised=true; client -> app-service -> llm`,
    `brief personalised=false; client -> app-service -> ranker`,
  ],
  bad: [
    `brief personalised=true; client -> app-service -> ranker`,
    `brief personalised=true; rr re-ranker "Diversity" explorationShare=0; cg candidate-generator method=two-tower; client -> app-service -> cg, ranker, rr`,
    `brief personalised=true mlTask=regression; client -> app-service -> online-inference`,
    `brief personalised=true; batch-inference -> prediction-store; client -> app-service -> prediction-store`,
  ],
  applies: graph => isTrue(graph.brief, 'personalised') && servedModels(graph).some(model => model.kind !== 'llm'),
  *check(graph) {
    if (wordOf(graph.brief, 'coldStartPlan') !== undefined || hasWayIn(graph)) return
    yield {
      at: [],
      field: 'coldStartPlan',
      message:
        'New users and items have no history, and the design has no exploration, no popular or content-based candidates and no fallback for them: they get arbitrary answers, and what is never shown stays unknown.',
      fixes: () => [
        explore(graph),
        answerWithoutHistory(graph),
        {
          title: 'write down the plan',
          field: 'coldStartPlan',
          examples: [
            'New users get what is popular in their country until ten clicks',
            'New items are placed by their content and shown to a small share of users',
          ],
        },
      ],
    }
  },
})

function hasWayIn(graph: Graph): boolean {
  return graph.blocks.some(isWayIn) || graph.flows.some(flow => flow.kind === 'fallback')
}

function isWayIn(block: Block): boolean {
  const method = wordOf(block.props, 'method') ?? ''
  return (
    block.kind === 'fallback' ||
    (numberOf(block.props, 'explorationShare') ?? 0) > 0 ||
    (block.kind === 'candidate-generator' && WITHOUT_HISTORY.has(method)) ||
    (block.kind === 'online-experiment' && method === 'bandit')
  )
}

/** Possible where the design has a layer that decides on places. */
function explore(graph: Graph): EditFix | null {
  const [layer] = graph.ofKind('re-ranker', 'decision-policy')
  if (!layer) return null
  const draft = draftFix(graph)
  draft.setProp(layer, 'explorationShare', FIRST_SHARE)
  return draft.done(`let ${named(layer)} explore with ${FIRST_SHARE * 100} % of places`)
}

/** Asked by whoever asks the model: popular items where the task chooses items, a default answer elsewhere. */
function answerWithoutHistory(graph: Graph): EditFix | null {
  const asker = askerOf(graph)
  if (!asker) return null
  const draft = draftFix(graph)
  if (CHOOSES_ITEMS.has(wordOf(graph.brief, 'mlTask'))) {
    const props = { method: 'popularity' }
    const popular = draft.add('candidate-generator', `${asker.id}-popular`, {
      label: 'Popular items',
      props,
      beside: [asker],
    })
    draft.link(asker.id, popular, ['request'])
    return draft.done('add popular items as candidates')
  }
  const props = { strategy: 'average of similar users' }
  const fallback = draft.add('fallback', `${asker.id}-fallback`, {
    label: 'Default for new users',
    props,
    beside: [asker],
  })
  draft.link(asker.id, fallback, ['fallback'])
  return draft.done('add a default for new users')
}

/** Who asks the first model that users wait for; where answers are ready before, the first service that reads them. */
function askerOf(graph: Graph): Block | undefined {
  const waitedFor = onRequestPath(graph)
  const model = servedModels(graph).find(each => waitedFor.has(each.id))
  return model ? orchestratorOf(graph, model) : graph.ofKind('app-service')[0]
}
