import type { Graph } from '../graph/graph'
import { connected } from '../graph/parts'
import { numberOf, wordOf } from '../graph/props'
import { ancestors, descendants, type Kinds, REQUEST } from '../graph/reach'
import { orchestratorOf } from '../graph/request-path'
import { isRunElsewhere, servedModels } from '../graph/served'
import type { Block, Id } from '../model/design'
import { draftFix } from './fixes/draft'
import { logOf } from './fixes/observing'
import { defineRule, type EditFix } from './rule'
import { rulesOfMl, systemPattern } from './sources'
import { listed, named } from './words'

/** Over what a prediction gets into a record. */
const RECORDS: Kinds = new Set(['metric', 'data', 'stream', 'feedback', 'async'])

/** Who sees what users do. */
const SEES_USERS = new Set(['client', 'gateway', 'app-service'])

export default defineRule({
  id: 'no-prediction-log',
  step: 'monitor',
  sort: 'coverage',
  severity: 'warning',
  summary: 'What was predicted and shown is logged.',
  why: 'A label without the prediction it belongs to trains nothing, and a complaint about an answer that nobody kept cannot be looked into. Features logged with the score are the surest way to train on what was served.',
  cure: 'Log each answer with its scores, its model version and, if you can, its features, where the request is answered.',
  tradeoff:
    'A log of every answer is often the largest table of the system, and holds personal data; a sample is cheaper and sees rare cases late.',
  silent: [
    'Somebody else runs the model (`modelParams=external`).',
    'A log is written by the model, by who asks it, by what is asked beside it, or by who reads its stored scores.',
    'The client reports what it showed.',
    'A batch job writes a prediction store that says how old its results may be, or its scores end in a data lake: these are records.',
    'A batch job whose scores feed training alone is a training step.',
    'The scope is training, experiment or data.',
  ],
  source: [systemPattern('No-logging anti-pattern'), rulesOfMl(29)],
  good: [
    `client -> app-service -> ranker; app-service -> prediction-log`,
    `client -> app-service -> ranker, re-ranker; re-ranker -async-> prediction-log`,
    `data-lake -> batch-inference -> prediction-store; client -> app-service -> prediction-store; app-service -> prediction-log`,
    `client -> app-service -> ranker; client -feedback-> feedback-collector -> prediction-log`,
    `ps prediction-store freshnessSec=86400; data-source -> batch-inference -> ps`,
    `event-stream -> online-inference -> out; out event-stream; out -> data-lake`,
    `data-lake -> batch-inference -data-> dataset-builder -> training-job`,
    `rk ranker modelParams=external; client -> app-service -> rk`,
    `brief scope=training; client -> app-service -> ranker`,
  ],
  bad: [
    `client -> app-service -> ranker`,
    `client -> app-service -> ranker; client -stream-> event-stream`,
    `data-lake -> batch-inference -> prediction-store; client -> app-service -> prediction-store`,
    `a ranker; b llm; s app-service "Search"; t app-service "Chat"; client -> s -> a; u client; u -> t -> b; s -> prediction-log`,
    `m online-inference mode=edge; client -> m`,
    `prediction-log -metric-> drift-monitor; client -> app-service -> ranker`,
  ],
  applies: graph => servedModels(graph).some(model => !isRunElsewhere(model)),
  *check(graph) {
    for (const [writer, models] of unlogged(graph)) {
      const seesUsers = connected(graph, writer, 'event-stream').some(stream => isFedByUsers(graph, stream))
      const isRemark = seesUsers || models.every(model => wordOf(model.props, 'mode') === 'edge')
      yield {
        at: [writer.id],
        ...(isRemark ? { severity: 'info' as const } : {}),
        message: seesUsers
          ? `No prediction log: events are kept, but not what ${listed(models)} answered before them.`
          : `No prediction log: what ${listed(models)} answered is gone, and can be neither checked nor learned from.`,
        fixes: () => [addLog(graph, writer, models[0])],
      }
    }
  },
})

/** The served models without a record, by the block that answers for them. */
function unlogged(graph: Graph): ReadonlyMap<Block, readonly [Block, ...Block[]]> {
  const recorded = recordedBlocks(graph)
  const byWriter = new Map<Block, [Block, ...Block[]]>()
  for (const model of servedModels(graph)) {
    if (isRunElsewhere(model) || recorded.has(model.id) || keepsRecords(graph, model)) continue
    const writer = orchestratorOf(graph, model)
    const models = byWriter.get(writer)
    if (models) models.push(model)
    else byWriter.set(writer, [model])
  }
  return byWriter
}

/**
 * The blocks whose predictions get into a log: those that write it, ask a writer or are asked by one, that are asked
 * beside a writer by the same service, and those whose stored scores such a block reads.
 */
function recordedBlocks(graph: Graph): ReadonlySet<Id> {
  const logs = graph.ofKind('prediction-log').map(log => log.id)
  const writers = [...ancestors(graph, logs, RECORDS)]
  const askers = [...ancestors(graph, writers, REQUEST)].filter(id => graph.block(id)?.kind !== 'client')
  const answered = [...writers, ...askers, ...descendants(graph, [...writers, ...askers], REQUEST)]
  return new Set([...answered, ...ancestors(graph, answered, RECORDS)])
}

/** Whether the scores of a model are a record by themselves: dated results in a store, or rows that end in a lake. */
function keepsRecords(graph: Graph, model: Block): boolean {
  const after = [...descendants(graph, model.id, RECORDS)].flatMap(id => graph.block(id) ?? [])
  const isDated = (block: Block) =>
    block.kind === 'prediction-store' && numberOf(block.props, 'freshnessSec') !== undefined
  return after.some(block => block.kind === 'data-lake' || isDated(block))
}

function isFedByUsers(graph: Graph, stream: Block): boolean {
  return graph.into(stream.id).some(flow => SEES_USERS.has(graph.block(flow.source)?.kind ?? ''))
}

function addLog(graph: Graph, writer: Block, model: Block): EditFix | null {
  const draft = draftFix(graph)
  const [existing] = graph.ofKind('prediction-log')
  logOf(draft, graph, model)
  return draft.done(existing ? `log from ${named(writer)} to ${named(existing)}` : 'add prediction log')
}
