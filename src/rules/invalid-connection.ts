import type { Graph } from '../graph/graph'
import { onRequestPath } from '../graph/request-path'
import { allowedKinds, defaultFlowKind, FLOW_NAMES, isAllowedPair, refusal } from '../kinds/flow-kinds'
import { type Block, FLOW_KINDS, type Flow, type FlowKind } from '../model/design'
import { draftFix } from './fixes/draft'
import { isFree, removeFlows, turnFlows } from './fixes/flows'
import { defineRule, type EditFix } from './rule'
import { houseRule } from './sources'
import { named } from './words'

/** Other kinds of flow offered at most: more than a glance can choose from helps nobody. */
const OFFERS = 2

/** A request that waits for people or for training has a rule of its own, which says more than this one could. */
const HAS_ITS_OWN_RULE = new Set(['human-review', 'training-job', 'hyperparameter-tuning', 'dataset-builder'])

export default defineRule({
  id: 'invalid-connection',
  step: 'diagram',
  sort: 'correctness',
  severity: 'error',
  summary: 'Every flow joins blocks that such a flow can join.',
  why: 'The kind of a flow says who waits, what travels and what it counts for. A pair that it cannot join means the drawing says something else than was meant.',
  cure: 'Change the kind of the flow, turn it round, or remove it.',
  tradeoff:
    'Choosing a kind takes a moment for each flow; in exchange latency, lineage and monitoring can be worked out from the drawing.',
  silent: [
    'Notes, brief cards and blocks whose kind an import could not tell take any flow.',
    'A request into a client is read as the answer.',
    'A kind of flow from another tool means nothing here and is kept.',
    'A user’s request that ends at people or at training is the matter of `human-in-sync-path` and `training-on-request-path`.',
  ],
  source: [houseRule('Allowed pairs of each kind of flow')],
  good: [
    `client -> gateway -> app-service -> ranker`,
    `app-service -request-> client`,
    `n1 note "Draft"; n1 -request-> data-lake`,
    `x component "Other tool"; x -request-> data-lake`,
    `data-source -> data-lake -> dataset-builder -> training-job -> offline-eval -artifact-> model-registry`,
  ],
  bad: [
    `client -data-> training-job`,
    `app-service -request-> data-lake`,
    `ann-index -request-> training-job`,
    `drift-monitor -data-> client`,
    `model-registry -artifact-> feature-store-online`,
    `dataset-builder -data-> gateway; gateway -request-> app-service`,
    `ranker -feedback-> client`,
    `feature-store-online -request-> ranker; client -> ranker`,
    `client -request-> data-lake; client -artifact-> data-lake`,
    `training-job -request-> training-job`,
  ],
  applies: graph => graph.flows.length > 0,
  *check(graph) {
    for (const flows of refusedPairs(graph)) {
      const [first] = flows
      const source = graph.block(first.source)!
      const target = graph.block(first.target)!
      const kinds = flows.map(flow => FLOW_NAMES[flow.kind].name).join(' and ')
      yield {
        at: source === target ? [source.id] : [source.id, target.id],
        message: `${kinds} from ${named(source)} to ${named(target)} cannot be: ${why(source, target, first.kind)}`,
        fixes: () => cures(graph, flows, source, target),
      }
    }
  },
})

type Refused = Flow & { readonly kind: FlowKind }
type RefusedPair = readonly [Refused, ...Refused[]]

/** Refused flows, those from one block to another together: they are one mistake, and one finding. */
function refusedPairs(graph: Graph): readonly RefusedPair[] {
  const pairs = new Map<string, [Refused, ...Refused[]]>()
  for (const flow of graph.flows) {
    if (!isRefused(graph, flow)) continue
    const pair = pairs.get(`${flow.source} ${flow.target}`)
    if (pair) pair.push(flow)
    else pairs.set(`${flow.source} ${flow.target}`, [flow])
  }
  return [...pairs.values()]
}

/** A kind of flow from another tool is kept, means nothing to any rule, and is not refused. */
function isRefused(graph: Graph, flow: Flow): flow is Refused {
  const source = graph.block(flow.source)
  const target = graph.block(flow.target)
  const isKnown = (FLOW_KINDS as readonly string[]).includes(flow.kind)
  if (!isKnown || !source || !target || isAllowedPair(flow.kind, source.kind, target.kind)) return false
  return !(flow.kind === 'request' && HAS_ITS_OWN_RULE.has(target.kind) && onRequestPath(graph).has(target.id))
}

/** The reason, without what else is possible: the fixes say that. */
function why(source: Block, target: Block, kind: FlowKind): string {
  const [sentence = ''] = (refusal(source.kind, target.kind, kind) ?? '').split(/(?<=\.) /)
  return sentence.slice(sentence.indexOf(': ') + 1).trim()
}

function cures(graph: Graph, flows: RefusedPair, source: Block, target: Block): (EditFix | null)[] {
  const usual = defaultFlowKind(source.kind, target.kind)
  const changes = allowedKinds(source.kind, target.kind)
    .filter(kind => isFree(graph, kind, source, target))
    .sort((a, b) => Number(b === usual) - Number(a === usual))
    .slice(0, OFFERS)
    .map(kind => change(graph, flows, kind))
  const canTurn = source !== target && flows.every(flow => isFree(graph, flow.kind, target, source))
  const turn = canTurn ? [turnFlows(graph, flows, 'swap the direction')] : []
  // An arrow of the usual kind, only the wrong way round, was most likely meant the other way.
  const isBackwards = defaultFlowKind(target.kind, source.kind) === flows[0].kind
  const fixes = isBackwards ? [...turn, ...changes] : [...changes, ...turn]
  return fixes.length > 0
    ? fixes
    : [removeFlows(graph, flows, flows.length === 1 ? 'remove the flow' : 'remove the flows')]
}

/** Makes one allowed flow of the refused ones. */
function change(graph: Graph, flows: RefusedPair, kind: FlowKind): EditFix | null {
  const [first, ...others] = flows
  const draft = draftFix(graph)
  draft.setFlow(first, 'kind', kind)
  for (const flow of others) draft.cut(flow)
  return draft.done(`change to ${FLOW_NAMES[kind].name.toLowerCase()}`)
}
