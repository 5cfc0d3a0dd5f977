import type { Graph } from '../graph/graph'
import { numberOf } from '../graph/props'
import { onRequestPath } from '../graph/request-path'
import { formatNumber } from '../kinds/figures'
import { defaultFlowKind, FLOW_NAMES } from '../kinds/flow-kinds'
import type { Block, Flow, FlowKind } from '../model/design'
import { draftFix } from './fixes/draft'
import { isFree } from './fixes/flows'
import { defineRule, type EditFix } from './rule'
import { houseRule, nistRmf } from './sources'
import { listed, named, verb } from './words'

export default defineRule({
  id: 'human-in-sync-path',
  step: 'serve',
  sort: 'correctness',
  severity: 'error',
  summary: 'No request waits for a person.',
  why: 'People answer in minutes to days, a request times out in seconds. Cases for review wait in a queue, and the user gets an answer that says so.',
  cure: 'Queue the case for review and answer the request with what is known.',
  tradeoff: 'The user gets a provisional answer, and a later verdict has to find its way back to them.',
  silent: [
    'Review is queued, or fed by reports and appeals: nobody waits.',
    'A call falls back on people when everything else failed.',
    'No client leads to the call by requests.',
  ],
  source: [houseRule('A request is a call whose caller waits'), nistRmf('MAP 3.5')],
  good: [
    `client -> app-service -> decision-policy -async-> human-review`,
    `client -> app-service -> online-inference; app-service -fallback-> human-review`,
    `client -feedback-> feedback-collector -feedback-> human-review`,
  ],
  bad: [
    `client -> app-service -> decision-policy -request-> human-review`,
    `hr human-review "Analyst queue" slaHours=4; client -> app-service -request-> hr; hr -> label-join`,
    `client -request-> human-review`,
    `client -> app-service -> decision-policy -request-> human-review; app-service -request-> human-review; decision-policy -async-> human-review`,
  ],
  applies: graph => graph.ofKind('human-review').length > 0,
  *check(graph) {
    for (const review of graph.ofKind('human-review')) {
      if (!onRequestPath(graph).has(review.id)) continue
      const calls = graph.into(review.id).filter(flow => flow.kind === 'request')
      const callers = calls.flatMap(call => graph.block(call.source) ?? []).filter(block => block !== review)
      yield {
        at: [review.id],
        message: `${listed(callers)} ${verb(callers, 'waits', 'wait')} for people at ${named(review)}: ${answerTime(review)}, and the request times out.`,
        fixes: () => [queue(graph, review, calls)],
      }
    }
  },
})

function answerTime(review: Block): string {
  const hours = numberOf(review.props, 'slaHours')
  return hours === undefined ? 'they answer in minutes to days' : `they answer within ${formatNumber(hours, 'hours')}`
}

/** Makes every call to the review a queued one, or whatever else its pair allows. */
function queue(graph: Graph, review: Block, calls: readonly Flow[]): EditFix | null {
  const draft = draftFix(graph)
  const taken = new Set<string>()
  const kinds = new Set<FlowKind>()
  for (const call of calls) {
    const source = graph.block(call.source)
    const kind = source && kindInstead(graph, source, review)
    if (kind === undefined || taken.has(call.source)) {
      draft.cut(call)
      continue
    }
    taken.add(call.source)
    kinds.add(kind)
    draft.setFlow(call, 'kind', kind)
  }
  const [kind] = kinds
  const change = kinds.size === 1 && kind !== 'async' ? FLOW_NAMES[kind!].name.toLowerCase() : 'queued call'
  return draft.done(kinds.size === 0 ? `remove the call to ${named(review)}` : `change to ${change}`)
}

/** The kind of flow that says the same without waiting; undefined when such a flow is there, or none is allowed. */
function kindInstead(graph: Graph, source: Block, review: Block): FlowKind | undefined {
  if (graph.outOf(source.id).some(flow => flow.target === review.id && flow.kind === 'async')) return undefined
  const usual = defaultFlowKind(source.kind, review.kind)
  return (['async', usual, 'feedback', 'data'] as const).find(
    kind => kind !== 'request' && isFree(graph, kind, source, review),
  )
}
