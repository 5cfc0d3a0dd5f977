import type { Graph } from '../graph/graph'
import { numberOf } from '../graph/props'
import { briefField } from '../kinds/brief'
import { FLOW_FIELDS } from '../kinds/flow-kinds'
import { fieldOfKind, isKnownKind, kindOf } from '../kinds/index'
import type { Field } from '../kinds/kind'
import { outOfRange } from '../kinds/values'
import type { Block, Flow } from '../model/design'
import { draftFix } from './fixes/draft'
import { staysInTime } from './fixes/faster'
import { lowered, meantBy, settingTitle } from './fixes/ranges'
import { defineRule, type EditFix, type Gap } from './rule'
import { houseRule } from './sources'
import { named } from './words'

/** Of the same block, the first cannot be above the second. */
const ORDERED: readonly (readonly [low: string, high: string, why: string])[] = [
  ['p50Ms', 'p99Ms', 'half of the requests cannot take longer than nearly all of them'],
  ['candidatesOut', 'candidatesIn', 'a ranker cannot pass on more than it was given'],
]

export default defineRule({
  id: 'property-out-of-range',
  step: 'diagram',
  sort: 'correctness',
  severity: 'error',
  summary: 'Every number is one that its property can have.',
  why: 'Load, latency, memory and cost are worked out from these numbers. One negative time or a share of 40 makes every sum that it enters wrong, and the sum does not look it.',
  cure: 'Correct the number; a share stands between 0 and 1, so 40 % is 0.4.',
  tradeoff: 'None: a number that cannot be is worth less than a blank, which no check counts.',
  silent: [
    'The property is not set: what is blank is never judged.',
    'A word stands where a number may: a model of someone else is `external`.',
    'The kind of the block or the property comes from another tool: its ranges are not known here.',
    'A note or a brief card holds the number.',
  ],
  source: [houseRule('The ranges of the properties')],
  good: [
    `rk ranker p50Ms=20 p99Ms=80 candidatesIn=500 candidatesOut=50; client -> rk`,
    `c cache hitRate=1; client -> c -> app-service`,
    `rk ranker modelParams=external; client -> rk`,
    `brief positiveRate=0 availabilityPct=100; client -> app-service`,
    `client -> app-service -> ranker {trafficShare=0.2 callsPerRequest=3}`,
    `x ranker p50Ms=20; client -> x`,
  ],
  bad: [
    `c cache "Result cache" hitRate=40; client -> c -> app-service`,
    `rk ranker p50Ms=120 p99Ms=80; client -> rk`,
    `brief latencyP99Ms=100; rk ranker p50Ms=120 p99Ms=80; client -> rk`,
    `rk ranker candidatesIn=50 candidatesOut=500; client -> rk`,
    `idx ann-index recall=1.2; app app-service p99Ms=-20 replicas=-3; client -> app -> idx`,
    `brief positiveRate=2 availabilityPct=120 dau=-5; client -> app-service`,
    `client -> app-service -> ranker {trafficShare=20}`,
    `brief availabilityPct=101`,
    `client -> app-service -request-> ranker {trafficShare=150 timeoutMs=-1}; app-service -async-> online-inference {callsPerRequest=-2}`,
    `rk ranker p50Ms=-120 p99Ms=80 candidatesIn=-5 candidatesOut=-9; client -> rk`,
    `ro safe-rollout trafficPercent=150; ab online-experiment rampPercent=-5; ab -> ro`,
  ],
  applies: () => true,
  *check(graph) {
    yield* briefGaps(graph)
    for (const block of graph.blocks) yield* isKnownKind(block.kind) ? blockGaps(graph, block) : []
    yield* flowGaps(graph)
  },
})

function* briefGaps(graph: Graph): Generator<Gap> {
  for (const key of Object.keys(graph.brief).sort()) {
    const field = briefField(key)
    const value = numberOf(graph.brief, key)
    if (!field || value === undefined || !outOfRange(field, value)) continue
    const draft = draftFix(graph)
    draft.setBrief(key, meantBy(field, value))
    yield {
      at: [],
      field: key,
      message: `${field.label} in the brief ${limitOf(field, value)}.`,
      fixes: () => [draft.done(settingTitle(field, value)), { title: correction(field), field: key, examples: [] }],
    }
  }
}

function* blockGaps(graph: Graph, block: Block): Generator<Gap> {
  for (const key of Object.keys(block.props).sort()) {
    const value = numberOf(block.props, key)
    const field = value === undefined ? undefined : fieldOfKind(kindOf(block.kind), key)
    if (!field || value === undefined || !outOfRange(field, value)) continue
    yield {
      at: [block.id],
      field: key,
      message: `${field.label} of ${named(block)} ${limitOf(field, value)}.`,
      fixes: () => [correct(graph, block, field, value), { title: correction(field), field: key, examples: [] }],
    }
  }
  for (const pair of ORDERED) yield* orderGaps(graph, block, pair)
}

/** Judged when both numbers are possible by themselves. */
function* orderGaps(graph: Graph, block: Block, [low, high, why]: (typeof ORDERED)[number]): Generator<Gap> {
  const [a, b] = [numberOf(block.props, low), numberOf(block.props, high)]
  if (a === undefined || b === undefined || a <= b) return
  const kind = kindOf(block.kind)
  const [first, second] = [fieldOfKind(kind, low), fieldOfKind(kind, high)]
  if (!first || !second || outOfRange(first, a) || outOfRange(second, b)) return
  const draft = draftFix(graph)
  draft.setProp(block, low, b)
  draft.setProp(block, high, a)
  const swap = draft.done('swap the two')
  yield {
    at: [block.id],
    field: low,
    message: `${first.label} of ${named(block)} is ${a}, and ${lowered(second.label)} is ${b}: ${why}.`,
    fixes: () => [
      staysInTime(graph, swap) ? swap : null,
      { title: correction(first), field: low, examples: [] },
      { title: correction(second), field: high, examples: [] },
    ],
  }
}

/** Flows have no place of their own among findings: those between the same two blocks are one. */
function* flowGaps(graph: Graph): Generator<Gap> {
  const pairs = new Map<string, Flow[]>()
  for (const flow of graph.flows) {
    if (wrongFields(flow).length === 0) continue
    const pair = `${flow.source} ${flow.target}`
    pairs.set(pair, [...(pairs.get(pair) ?? []), flow])
  }
  for (const flows of pairs.values()) yield* flowGap(graph, flows)
}

function* flowGap(graph: Graph, flows: readonly Flow[]): Generator<Gap> {
  const draft = draftFix(graph)
  const wrong = flows.flatMap(flow => wrongFields(flow).map(each => ({ flow, ...each })))
  for (const { flow, field, value } of wrong) draft.setFlow(flow, `props.${field.key}`, meantBy(field, value))
  const [first] = wrong
  const source = first && graph.block(first.flow.source)
  const target = first && graph.block(first.flow.target)
  if (!first || !source || !target) return
  const fix = draft.done(
    wrong.length === 1 ? settingTitle(first.field, first.value) : `correct ${wrong.length} numbers`,
  )
  yield {
    at: source === target ? [source.id] : [source.id, target.id],
    message: `${first.field.label} from ${named(source)} to ${named(target)} ${limitOf(first.field, first.value)}.`,
    fixes: () => [staysInTime(graph, fix) ? fix : null],
  }
}

function wrongFields(flow: Flow): { readonly field: Field; readonly value: number }[] {
  if (!flow.props) return []
  return FLOW_FIELDS.flatMap(field => {
    const value = numberOf(flow.props, field.key)
    return value !== undefined && outOfRange(field, value) ? [{ field, value }] : []
  })
}

/** Sets the number to the likeliest one that was meant; not where it would then disagree with others. */
function correct(graph: Graph, block: Block, field: Field, value: number): EditFix | null {
  const to = meantBy(field, value)
  const at = (key: string) => (key === field.key ? to : numberOf(block.props, key))
  const isDisordered = ORDERED.some(
    ([low, high]) => [low, high].includes(field.key) && (at(low) ?? -Infinity) > (at(high) ?? Infinity),
  )
  if (isDisordered) return null
  const draft = draftFix(graph)
  draft.setProp(block, field.key, to)
  const fix = draft.done(settingTitle(field, value))
  return field.key !== 'p99Ms' || staysInTime(graph, fix) ? fix : null
}

function limitOf(field: Field, value: number): string {
  const isBelow = field.min !== undefined && value < field.min
  const limit = isBelow ? `below ${field.min}` : `above ${field.max}`
  return `is ${value}, and cannot be ${limit}: whatever is worked out from it is wrong`
}

function correction(field: Field): string {
  return `correct ${lowered(field.label)}`
}
