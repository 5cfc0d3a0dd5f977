import type { Graph } from '../graph/graph'
import { jobsOnOutcomes } from '../graph/natural-labels'
import { connected, within } from '../graph/parts'
import { numberOf, wordOf } from '../graph/props'
import { descendants, type Kinds } from '../graph/reach'
import { formatNumber } from '../kinds/figures'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { hiddenDebt, rulesOfMl } from './sources'
import { listed, named, verb } from './words'

/** Actions after which what would have happened is never seen. */
const CENSORING = new Set(['block', 'remove'])

/** Over what a policy hands a case to people. */
const HANDS_OVER: Kinds = new Set(['async', 'request', 'data', 'stream', 'feedback', 'fallback'])

/** Shares of cases that go on, or are looked at, whatever the score said. */
const OPEN_SHARES = ['holdoutShare', 'explorationShare', 'auditShare']

/** A share to start from: one case in a hundred. House value; what it may cost is for the business to say. */
const FIRST_SHARE = 0.01

export default defineRule({
  id: 'censored-labels',
  step: 'evaluate',
  sort: 'correctness',
  severity: 'warning',
  summary: 'Some of the cases that a policy stops still get an outcome.',
  why: 'A blocked payment can never turn out to have been honest. Trained on what was let through, the next model knows ever less about what it blocks, and its mistakes there cannot be counted.',
  cure: 'Let a small random share through, or have people look at a random sample of what was stopped.',
  tradeoff: 'Each case that is let through may be a loss, taken on purpose to learn what blocking costs.',
  silent: [
    'Some share of cases goes on at random: a holdout, exploration or an audit.',
    'The policy hands cases to people, who see what was stopped.',
    'Labels come from people or from the input itself, so that a stopped case has one, too.',
    'The policy orders, allows or promises, but stops nothing.',
  ],
  source: [rulesOfMl(34), hiddenDebt('Direct feedback loops')],
  good: [
    `pol decision-policy action=block holdoutShare=0.01; lab label-join labelType=natural; app-service -> pol; prediction-log -> lab -> training-job`,
    `pol decision-policy action=block; lab label-join labelType=natural; app-service -> pol -> human-review; lab -> training-job; app-service -> prediction-log -> lab`,
    `pol decision-policy action=remove; app-service -> pol -feedback-> prediction-log -> annotation -> training-job`,
    `pol decision-policy action=rank; lab label-join labelType=natural; app-service -> pol; app-service -> prediction-log -> lab -> training-job`,
    `pol decision-policy action=block; app-service -> online-inference; app-service -> pol`,
  ],
  bad: [
    `pol decision-policy "Fraud policy" action=block; lab label-join "Chargebacks" labelType=natural; app-service -> online-inference; app-service -> pol; app-service -> prediction-log -> lab -> training-job`,
    `pol decision-policy action=remove holdoutShare=0; lab label-join labelType=natural; app-service -> pol -feedback-> prediction-log -> lab -> dataset-builder -> training-job`,
    `pol decision-policy action=block; lab label-join labelType=natural; app-service -> pol; feedback-collector -> human-review -> annotation; app-service -> prediction-log -> lab -> training-job`,
  ],
  applies: graph => censored(graph).length > 0,
  *check(graph) {
    if (graph.blocks.some(isOpen)) return
    for (const [policy, jobs] of censored(graph)) {
      if (isReviewed(graph, policy)) continue
      const action = wordOf(policy.props, 'action') === 'remove' ? 'removes' : 'blocks'
      yield {
        at: [policy.id],
        field: 'holdoutShare',
        message: `What ${named(policy)} ${action} never gets an outcome: ${listed(jobs)} ${verb(jobs, 'learns', 'learn')} from what passed alone.`,
        fixes: () => [letThrough(graph, policy), review(graph, policy)],
      }
    }
  },
})

/** The policies that stop cases, each with the jobs around it that learn from outcomes. */
function censored(graph: Graph): [Block, readonly Block[]][] {
  const outcomes = jobsOnOutcomes(graph)
  if (outcomes.size === 0) return []
  return graph
    .ofKind('decision-policy')
    .filter(policy => CENSORING.has(wordOf(policy.props, 'action') ?? ''))
    .map((policy): [Block, readonly Block[]] => {
      const jobs = connected(graph, policy, 'training-job').filter(job => outcomes.has(job.id))
      return [policy, jobs]
    })
    .filter(([, jobs]) => jobs.length > 0)
}

function isOpen(block: Block): boolean {
  return OPEN_SHARES.some(key => (numberOf(block.props, key) ?? 0) > 0)
}

function isReviewed(graph: Graph, policy: Block): boolean {
  const after = descendants(graph, policy.id, HANDS_OVER, block => block.kind === 'prediction-log')
  return graph.ofKind('human-review').some(review => after.has(review.id))
}

function letThrough(graph: Graph, policy: Block): EditFix | null {
  const draft = draftFix(graph)
  draft.setProp(policy, 'holdoutShare', FIRST_SHARE)
  return draft.done(`let ${formatNumber(100 * FIRST_SHARE, '%')} through at random`)
}

/** People look at a random sample of what the policy decided, and what they find becomes labels. */
function review(graph: Graph, policy: Block): EditFix | null {
  const draft = draftFix(graph)
  const [existing] = within(graph, policy, 'human-review')
  const id = existing?.id ?? draft.add('human-review', `${policy.id}-review`, { props: { auditShare: FIRST_SHARE } })
  if (existing) draft.setProp(existing, 'auditShare', FIRST_SHARE)
  draft.link(policy.id, id, ['async'])
  const [labels] = connected(graph, policy, 'label-join')
  if (labels) draft.link(id, labels.id, ['feedback'])
  return draft.done(existing ? `send a random sample to ${named(existing)}` : 'add a review of a random sample')
}
