import type { Graph } from '../graph/graph'
import { verdictLabels } from '../graph/verdicts'
import { formatNumber } from '../kinds/figures'
import type { Block } from '../model/design'
import { draftFix } from './fixes/draft'
import { defineRule, type EditFix } from './rule'
import { hiddenDebt, rulesOfMl } from './sources'
import { listed, named } from './words'

/** A share to start from: one case in a hundred. House value; how many people there are to look decides. */
const FIRST_SHARE = 0.01

export default defineRule({
  id: 'self-fulfilling-labels',
  step: 'evaluate',
  sort: 'coverage',
  severity: 'warning',
  summary: 'Labels are not the model’s own decisions come back.',
  why: 'When only flagged cases are looked at, only flagged cases can become positives. Each model then learns to flag what the last one flagged, and what all of them miss stays invisible for ever.',
  cure: 'Look at, or let through, a small random share of cases whatever the model said.',
  tradeoff: 'An audit costs people’s time on cases that are mostly fine; a holdout costs deliberate mistakes.',
  silent: [
    'A holdout, exploration or a random audit lies on the way from the decision to the label.',
    'The label is also made from outside the decision: outcomes joined by key, items from a source, reports of users.',
    'Decisions only go to a log, and outcomes or raters are joined to that.',
  ],
  source: [hiddenDebt('Direct and hidden feedback loops'), rulesOfMl(34, 36)],
  good: [
    `pol decision-policy; hr human-review auditShare=0.01; app-service -> online-inference; app-service -> pol -> hr -> annotation -> training-job`,
    `pol decision-policy holdoutShare=0.01; online-inference -stream-> pol -> human-review -> label-join -> training-job`,
    `app-service -> online-inference; app-service -> decision-policy -> human-review -> label-join; event-stream -> label-join`,
    `app-service -> online-inference; app-service -> decision-policy -> human-review -> annotation; feedback-collector -> human-review`,
    `app-service -> online-inference; app-service -> decision-policy -> prediction-log -> label-join -> training-job`,
    `client -feedback-> feedback-collector -> human-review -> annotation -> training-job -> online-inference; app-service -> online-inference`,
    `app-service -> decision-policy -> human-review -> label-join`,
  ],
  bad: [
    `client -> app-service -> online-inference; app-service -> decision-policy -> human-review -> annotation -> training-job`,
    `inf online-inference mode=stream; event-stream -> inf -stream-> decision-policy -feedback-> label-join -> dataset-builder -> training-job`,
    `client -> app-service -> online-inference; app-service -> human-review -> label-join -> training-job`,
    `batch-inference -> prediction-store; client -> app-service -> prediction-store; app-service -> decision-policy -> human-review -> label-join`,
    `client -> app-service -> online-inference; app-service -> decision-policy -stream-> event-stream -> label-join`,
  ],
  applies: graph => verdictLabels(graph).length > 0,
  *check(graph) {
    for (const { decider, labels, isClosed } of verdictLabels(graph)) {
      if (!isClosed) continue
      yield {
        at: [decider.id],
        field: 'auditShare',
        message: `What ${named(decider)} decides comes back as labels through ${listed(labels)}: the next model learns to repeat it, and never sees what it missed.`,
        fixes: () => [
          setShare(graph, decider, 'auditShare', `audit ${formatNumber(100 * FIRST_SHARE, '%')} at random`),
          decider.kind === 'decision-policy'
            ? setShare(graph, decider, 'holdoutShare', `let ${formatNumber(100 * FIRST_SHARE, '%')} through at random`)
            : null,
        ],
      }
    }
  },
})

function setShare(graph: Graph, decider: Block, key: string, title: string): EditFix | null {
  const draft = draftFix(graph)
  draft.setProp(decider, key, FIRST_SHARE)
  return draft.done(title)
}
