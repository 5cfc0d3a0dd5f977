import type { Field } from './kind'

/** Fields that several kinds have. A name means the same wherever it stands. */

export const trust: Field = {
  key: 'trust',
  label: 'Trust',
  type: 'choice',
  choices: ['first-party', 'user-generated', 'third-party'],
  help: 'Who could plant something in this data.',
}

export const gbPerDay: Field = { key: 'gbPerDay', label: 'Volume per day', type: 'number', unit: 'GB/day', min: 0 }

export const retentionDays: Field = {
  key: 'retentionDays',
  label: 'Kept for',
  type: 'number',
  unit: 'days',
  min: 0,
  help: 'After this the data is deleted.',
}

export const storedGb: Field = { key: 'storedGb', label: 'Stored', type: 'number', unit: 'GB', min: 0 }

export const capacityGb: Field = {
  key: 'capacityGb',
  label: 'Room for',
  type: 'number',
  unit: 'GB',
  min: 0,
  help: 'Compared with the volume per day over the time it is kept.',
}

export const curated: Field = {
  key: 'curated',
  label: 'Curated',
  type: 'yes-no',
  help: 'Already checked and cleaned by someone, like a public benchmark.',
}

export const rowsPerEntity: Field = {
  key: 'rowsPerEntity',
  label: 'Rows per entity',
  type: 'number',
  unit: 'rows',
  min: 0,
  help: 'Above 1, a random split puts the same patient, product or document into training and test.',
}

export const cadenceSec: Field = {
  key: 'cadenceSec',
  label: 'Runs every',
  type: 'number',
  unit: 's',
  min: 0,
  help: '3600 is hourly, 86 400 is daily.',
}

export const lagSec: Field = {
  key: 'lagSec',
  label: 'Lag',
  type: 'number',
  unit: 's',
  min: 0,
  help: 'From the event to the moment its result can be read.',
}

export const itemsPerRun: Field = { key: 'itemsPerRun', label: 'Items per run', type: 'number', unit: 'items', min: 0 }

export const itemsPerSec: Field = {
  key: 'itemsPerSec',
  label: 'Speed of a replica',
  type: 'number',
  unit: 'items/s',
  min: 0,
  help: 'Tells whether a run ends before the next one begins.',
}

export const validates: Field = {
  key: 'validates',
  label: 'Checks its input',
  type: 'yes-no',
  help: 'Schema and ranges are checked inside, without a block of its own.',
}

export const sharedTransform: Field = {
  key: 'sharedTransform',
  label: 'Same code in training',
  type: 'yes-no',
  help: 'Training and serving run one implementation, so the two cannot drift apart.',
}

export const versioned: Field = {
  key: 'versioned',
  label: 'Versioned',
  type: 'yes-no',
  help: 'Each state has a name that can be brought back.',
}

export const precision: Field = {
  key: 'precision',
  label: 'Precision',
  type: 'choice',
  choices: ['fp32', 'bf16', 'fp16', 'fp8', 'int8', 'int4'],
  help: 'Number format of the weights: 4 bytes a weight in fp32, half a byte in int4.',
}

export const objectives: Field = {
  key: 'objectives',
  label: 'Objectives',
  type: 'list',
  examples: ['click', 'watch-time', 'conversion', 'report'],
  help: 'One entry per head.',
}

export const learning: Field = {
  key: 'learning',
  label: 'Learning',
  type: 'choice',
  choices: ['supervised', 'self-supervised', 'unsupervised', 'rl'],
  help: 'Supervised learning needs labels from somewhere; supervised when unset.',
}

export const modelParams: Field = {
  key: 'modelParams',
  label: 'Model size',
  type: 'number',
  unit: 'params',
  min: 0,
  choices: ['external'],
  help: 'Number of weights; “external” for a model behind someone else’s interface.',
}

export const gpuMemGb: Field = {
  key: 'gpuMemGb',
  label: 'Memory of a GPU',
  type: 'number',
  unit: 'GB',
  min: 0,
  help: 'Of one card: 16, 24, 40 or 80 GB are common.',
}

export const gpusPerReplica: Field = {
  key: 'gpusPerReplica',
  label: 'GPUs per replica',
  type: 'number',
  unit: 'GPUs',
  min: 0,
  help: '1 when unset.',
}

export const hosted: Field = {
  key: 'hosted',
  label: 'Hosted by a vendor',
  type: 'yes-no',
  help: 'Calls leave your network, and memory and scaling are the vendor’s.',
}

export const fit: Field = {
  key: 'fit',
  label: 'Fitted',
  type: 'choice',
  choices: ['trained', 'at-scoring'],
  help: 'At scoring: fitted anew in each run, like a forecast per series, so there is no training job.',
}

export const positionBias: Field = {
  key: 'positionBias',
  label: 'Position bias',
  type: 'choice',
  choices: ['none', 'feature', 'shallow-tower', 'ips', 'not-positional'],
  help: 'How training corrects for higher places getting more clicks; ips weights by inverse propensity.',
}

export const candidatesOut: Field = {
  key: 'candidatesOut',
  label: 'Candidates out',
  type: 'number',
  unit: 'candidates',
  min: 0,
  help: 'How many it passes on per request.',
}

export const explorationShare: Field = {
  key: 'explorationShare',
  label: 'Exploration',
  type: 'number',
  min: 0,
  max: 1,
  help: 'Share of places given to items the model is unsure about.',
}

export const auditShare: Field = {
  key: 'auditShare',
  label: 'Random audit',
  type: 'number',
  min: 0,
  max: 1,
  help: 'Share of cases that people check whatever the model said.',
}

export const freshnessSec: Field = {
  key: 'freshnessSec',
  label: 'May be this old',
  type: 'number',
  unit: 's',
  min: 0,
  help: 'Overrides the freshness that the brief asks for.',
}

export const ttlSec: Field = {
  key: 'ttlSec',
  label: 'Expires after',
  type: 'number',
  unit: 's',
  min: 0,
  help: 'An entry older than this is read anew.',
}

export const windowHours: Field = {
  key: 'windowHours',
  label: 'Window',
  type: 'number',
  unit: 'hours',
  min: 0,
  help: 'How much time one measurement covers.',
}

export const metrics: Field = {
  key: 'metrics',
  label: 'Metrics',
  type: 'list',
  examples: ['roc-auc', 'pr-auc', 'ndcg@10', 'recall@k', 'log-loss', 'mae', 'groundedness'],
}
