import { readdirSync, readFileSync } from 'node:fs'
import type { Block, Design, Flow, Group, Id } from '../src/model/design'
import { invariant } from '../src/model/invariant'
import { readPlan } from '../src/plan/read'

/** Blocks of one service, with all that a served model needs, and so the step in which designs grow here. */
const SERVICE_SIZE = 20

/** One service of twenty blocks; its application server calls the one of the next service. */
function service(n: number, hasNext: boolean): string {
  return `
client${n} client "Client ${n}"
gw${n} gateway p99Ms=5 replicas=4
app${n} app-service "Service ${n}" p99Ms=15 qpsPerReplica=200 replicas=10
fs${n} feature-store-online p99Ms=10
rank${n} ranker p99Ms=60 modelParams=86000000
fb${n} fallback p99Ms=10
lake${n} data-lake storedGb=500000
val${n} data-validation blocking=true
fbk${n} feedback-collector
lab${n} label-join labelType=natural
ds${n} dataset-builder split=time pointInTime=true
tr${n} training-job cadenceHours=168
ev${n} offline-eval metrics=ndcg|roc-auc
reg${n} model-registry versioned=true
roll${n} safe-rollout method=canary rollback=true
plog${n} prediction-log gbPerDay=200
drift${n} drift-monitor windowHours=1
perf${n} performance-monitor windowHours=24
alert${n} alerting
trig${n} retraining-trigger
client${n} -request-> gw${n}
gw${n} -request-> app${n}
app${n} -request-> fs${n} {stage=1}
app${n} -request-> rank${n} {stage=2}
app${n} -fallback-> fb${n}
lake${n} -data-> val${n}
val${n} -data-> ds${n}
lab${n} -data-> ds${n}
ds${n} -data-> tr${n}
client${n} -feedback-> fbk${n}
fbk${n} -feedback-> plog${n}
plog${n} -feedback-> lab${n}
tr${n} -artifact-> ev${n}
ev${n} -artifact-> reg${n}
reg${n} -artifact-> roll${n}
roll${n} -artifact-> rank${n}
plog${n} -metric-> drift${n}, perf${n}
drift${n} -trigger-> trig${n}
trig${n} -trigger-> tr${n}
${hasNext ? `app${n} -request-> app${n + 1} {stage=3}` : ''}
`
}

/** A design of that many blocks, a multiple of twenty, placed on a grid: the same at every call. */
export function designOf(blocks: number): Design {
  const count = blocks / SERVICE_SIZE
  const design = read(Array.from({ length: count }, (_, n) => service(n, n + 1 < count)).join(''))
  const placed = Object.values(design.blocks).map((block, i) => {
    const at = { x: (i % SERVICE_SIZE) * 240, y: Math.floor(i / SERVICE_SIZE) * 160 }
    return [block.id, { ...block, at }] as const
  })
  return { ...design, blocks: Object.fromEntries(placed) }
}

/** Copies of the fifteen case studies side by side, with the brief of the first: so many blocks that the rules judge. */
export function caseStudies(blocks: number): Design {
  const plans = readdirSync(CATALOGUE).filter(name => name.endsWith('.plan'))
  const studies = plans.sort().map(name => read(readFileSync(`${CATALOGUE}/${name}`, 'utf8')))
  const [first] = studies
  invariant(first, 'There are case studies.')
  const all = { blocks: {} as Record<Id, Block>, flows: {} as Record<Id, Flow>, groups: {} as Record<Id, Group> }
  for (let n = 0; Object.keys(all.blocks).length < blocks; n++) {
    const copy = suffixed(studies[n % studies.length] ?? first, `-${n}`)
    const room = blocks - Object.keys(all.blocks).length
    for (const block of copy.blocks.slice(0, room)) all.blocks[block.id] = block
    for (const flow of copy.flows)
      if (Object.hasOwn(all.blocks, flow.source) && Object.hasOwn(all.blocks, flow.target)) all.flows[flow.id] = flow
    for (const group of copy.groups) all.groups[group.id] = group
  }
  return { ...first, ...all, waivers: {} }
}

const CATALOGUE = 'tests/fixtures/catalogue'

/** The parts of a design with another end to every id; notes and cards, which no rule judges, are left out. */
function suffixed(design: Design, end: string) {
  const group = (id: Id | undefined) => (id === undefined ? {} : { group: id + end })
  const judged = Object.values(design.blocks).filter(({ kind }) => kind !== 'note' && kind !== 'brief-card')
  return {
    blocks: judged.map(block => ({ ...block, id: block.id + end, ...group(block.group) })),
    flows: Object.values(design.flows).map(flow => ({
      ...flow,
      id: flow.id + end,
      source: flow.source + end,
      target: flow.target + end,
    })),
    groups: Object.values(design.groups).map(each => ({ ...each, id: each.id + end, ...group(each.group) })),
  }
}

function read(plan: string): Design {
  const result = readPlan(plan)
  invariant(result.ok, result.ok ? '' : JSON.stringify(result.problems))
  return result.value
}
