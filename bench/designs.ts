import type { Design } from '../src/model/design'
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
  const text = Array.from({ length: count }, (_, n) => service(n, n + 1 < count)).join('')
  const read = readPlan(text)
  invariant(read.ok, read.ok ? '' : JSON.stringify(read.problems))
  const placed = Object.values(read.value.blocks).map((block, i) => {
    const at = { x: (i % SERVICE_SIZE) * 240, y: Math.floor(i / SERVICE_SIZE) * 160 }
    return [block.id, { ...block, at }] as const
  })
  return { ...read.value, blocks: Object.fromEntries(placed) }
}
