import { readdirSync, readFileSync } from 'node:fs'
import type { Block, Design, Group } from '../../src/model/design'
import { readPlan } from '../../src/plan/read'

const FOLDER = 'tests/fixtures/catalogue'

/** The fifteen designs of the catalogue, none of their blocks placed. */
export const CATALOGUE: readonly { readonly name: string; readonly design: Design }[] = readdirSync(FOLDER)
  .filter(file => file.endsWith('.plan'))
  .sort()
  .map(file => {
    const read = readPlan(readFileSync(`${FOLDER}/${file}`, 'utf8'))
    if (!read.ok) throw new Error(`${file}: ${read.problems[0]?.message}`)
    return { name: file.replace('.plan', ''), design: read.value }
  })

/** Kinds by the room that a designer would draw them in; all others stand on the request path. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  Sources: ['data-source', 'data-lake', 'event-stream', 'etl-job', 'pii-anonymizer', 'data-validation'],
  Features: [
    'feature-pipeline-batch',
    'feature-pipeline-stream',
    'feature-store-offline',
    'feature-store-online',
    'embedding-job',
    'batch-inference',
  ],
  Training: [
    'annotation',
    'label-join',
    'dataset-builder',
    'pretrained-model',
    'training-job',
    'hyperparameter-tuning',
    'experiment-tracker',
    'model',
    'offline-eval',
    'model-registry',
    'safe-rollout',
    'online-experiment',
  ],
  Monitoring: [
    'feedback-collector',
    'prediction-log',
    'drift-monitor',
    'performance-monitor',
    'service-monitor',
    'alerting',
    'retraining-trigger',
  ],
}

/** The design with every block in one of five groups. */
export function inRooms(design: Design): Design {
  const roomOf = (block: Block) => Object.keys(ROOMS).find(room => ROOMS[room]?.includes(block.kind)) ?? 'Request path'
  const groups: Record<string, Group> = {}
  const blocks: Record<string, Block> = {}
  for (const block of Object.values(design.blocks)) {
    const label = roomOf(block)
    const id = `room-${label.replace(' ', '-').toLowerCase()}`
    groups[id] = { id, label }
    blocks[block.id] = { ...block, group: id }
  }
  return { ...design, blocks, groups }
}
