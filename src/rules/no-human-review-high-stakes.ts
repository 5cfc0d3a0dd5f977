import type { Graph } from '../graph/graph'
import { connected } from '../graph/parts'
import { isTrue, wordOf } from '../graph/props'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { nistRmf } from './sources'
import { named } from './words'

/** Actions on one person or thing that someone can appeal against; a place in a list or a promise is none. */
const DECIDES = new Set([undefined, 'allow', 'block', 'remove'])

export default defineRule({
  id: 'no-human-review-high-stakes',
  step: 'serve',
  sort: 'coverage',
  severity: 'warning',
  summary: 'Where a wrong decision costs a person dearly, people review some of them.',
  why: 'A threshold is wrong for some people every day. Without review there is no appeal, no second look at doubtful cases, and nobody who notices that one group is hit more often.',
  cure: 'Queue doubtful cases, appeals and a random sample of the decisions for people to review.',
  tradeoff: 'Reviewers cost money and take hours; they also give labels that the model could not get by itself.',
  silent: [
    'The brief does not call the stakes high.',
    'The policy only orders a list or makes a promise, so there is no single case to decide again.',
    'Any review by people is connected with the policy, wherever it gets its cases from.',
  ],
  source: [nistRmf('MAP 3.5', 'MANAGE 4.1')],
  good: [
    `brief highStakes=true; client -> app-service -> online-inference; app-service -> decision-policy -> human-review`,
    `client -> app-service -> decision-policy`,
    `brief highStakes=true; pol decision-policy action=rank; client -> app-service -> pol`,
    `brief highStakes=true; client -> app-service -> decision-policy; client -> feedback-collector -> human-review`,
    `brief highStakes=true; client -> app-service -> online-inference`,
  ],
  bad: [
    `brief highStakes=true; pol decision-policy "Credit decision" action=block; client -> app-service -> online-inference; app-service -> pol`,
    `brief highStakes=true; event-stream -> online-inference -stream-> decision-policy; human-review -> annotation`,
    `brief highStakes=true; a decision-policy "Approve"; b decision-policy "Remove" action=remove; client -> a, b`,
  ],
  applies: graph => isTrue(graph.brief, 'highStakes') && policies(graph).length > 0,
  *check(graph) {
    for (const policy of policies(graph))
      if (connected(graph, policy, 'human-review').length === 0)
        yield {
          at: [policy.id],
          message: `Nobody reviews what ${named(policy)} decides: a wrong decision has no appeal and no second look.`,
          fixes: () => [addReview(graph, policy)],
        }
  },
})

function policies(graph: Graph): readonly Block[] {
  return graph.ofKind('decision-policy').filter(policy => DECIDES.has(wordOf(policy.props, 'action')))
}

function addReview(graph: Graph, policy: Block): EditFix | null {
  const draft = draftFix(graph)
  const review = draft.add('human-review', `${policy.id}-review`)
  draft.link(policy.id, review, ['async'])
  return draft.done('add human review')
}
