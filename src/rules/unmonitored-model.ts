import type { Graph } from '../graph/graph'
import { isMonitored } from '../graph/observed'
import { isRunElsewhere, servedModels } from '../graph/served'
import type { Block } from '../model/design'
import { addMonitors } from './fixes/observing'
import { defineRule } from './rule'
import { awsLens, nistRmf, systemPattern } from './sources'
import { named } from './words'

export default defineRule({
  id: 'unmonitored-model',
  step: 'monitor',
  sort: 'coverage',
  severity: 'error',
  summary: 'Live predictions of every served model reach a drift or quality monitor.',
  why: 'A model fails without an error: it answers in time, with a number, and the number is wrong. Inputs drift from what it was trained on, and latency and error charts stay green.',
  cure: 'Log predictions where the request is answered, and watch the log for drift and for quality.',
  tradeoff:
    'Logging every prediction costs storage and privacy work; a sample is cheaper and sees rare failures later.',
  silent: [
    'Who asks for the prediction, or what the model calls, may log it: the monitor need not hang on the model itself.',
    'A batch job whose scores feed training alone is a training step.',
    'Somebody else runs the model (`modelParams=external`), and watches it.',
    'The scope is training, experiment or data.',
  ],
  source: [
    awsLens('MLPERF06-BP03'),
    awsLens('MLPERF06-BP04'),
    awsLens('MLOPS06-BP02'),
    nistRmf('MEASURE 2.4'),
    systemPattern('Prediction monitoring pattern'),
  ],
  good: [
    `client -> app-service -> ranker; app-service -> prediction-log -metric-> drift-monitor`,
    `client -request-> online-inference -metric-> performance-monitor`,
    `client -> app-service -> ranker -> re-ranker -async-> prediction-log -metric-> drift-monitor`,
    `batch-inference -> prediction-store; batch-inference -data-> prediction-log -metric-> drift-monitor`,
    `data-lake -> batch-inference -data-> dataset-builder -> training-job`,
    `rk ranker modelParams=external; client -> app-service -> rk`,
    `brief scope=training; data-source -> dataset-builder -> training-job`,
  ],
  bad: [
    `client -> app-service -> ranker`,
    `client -> app-service -> online-inference; app-service -> prediction-log; service-monitor -> alerting; online-inference -metric-> service-monitor`,
    `client -feedback-> feedback-collector -> prediction-log -metric-> drift-monitor; client -> app-service -> ranker`,
    `data-lake -> batch-inference -> prediction-store; dataset-builder -> training-job -> batch-inference; alerting; label-join -> dataset-builder`,
  ],
  applies: graph => ownModels(graph).length > 0,
  *check(graph) {
    for (const model of ownModels(graph))
      if (!isMonitored(graph, model))
        yield {
          at: [model.id],
          message: `No monitor sees ${named(model)}: its predictions can go wrong for weeks before anyone notices.`,
          fixes: () => [addMonitors(graph, model)],
        }
  },
})

function ownModels(graph: Graph): readonly Block[] {
  return servedModels(graph).filter(model => !isRunElsewhere(model))
}
