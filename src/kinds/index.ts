import type { Block, Size } from '../model/design'
import { lookUp } from '../model/design'
import alerting from './alerting'
import annIndex from './ann-index'
import annotation from './annotation'
import appService from './app-service'
import batchInference from './batch-inference'
import briefCard from './brief-card'
import cache from './cache'
import candidateGenerator from './candidate-generator'
import client from './client'
import { commonFields } from './common-fields'
import component from './component'
import dataLake from './data-lake'
import dataSource from './data-source'
import dataValidation from './data-validation'
import datasetBuilder from './dataset-builder'
import decisionPolicy from './decision-policy'
import driftMonitor from './drift-monitor'
import embeddingJob from './embedding-job'
import etlJob from './etl-job'
import eventStream from './event-stream'
import experimentTracker from './experiment-tracker'
import fallback from './fallback'
import featurePipelineBatch from './feature-pipeline-batch'
import featurePipelineStream from './feature-pipeline-stream'
import featureStoreOffline from './feature-store-offline'
import featureStoreOnline from './feature-store-online'
import feedbackCollector from './feedback-collector'
import gateway from './gateway'
import guardrail from './guardrail'
import humanReview from './human-review'
import hyperparameterTuning from './hyperparameter-tuning'
import type { Field, Kind } from './kind'
import labelJoin from './label-join'
import llm from './llm'
import model from './model'
import modelRegistry from './model-registry'
import note from './note'
import offlineEval from './offline-eval'
import onlineExperiment from './online-experiment'
import onlineInference from './online-inference'
import onlinePreprocessor from './online-preprocessor'
import operationalStore from './operational-store'
import performanceMonitor from './performance-monitor'
import piiAnonymizer from './pii-anonymizer'
import predictionLog from './prediction-log'
import predictionStore from './prediction-store'
import pretrainedModel from './pretrained-model'
import promptBuilder from './prompt-builder'
import ranker from './ranker'
import reRanker from './re-ranker'
import retrainingTrigger from './retraining-trigger'
import safeRollout from './safe-rollout'
import serviceMonitor from './service-monitor'
import trainingJob from './training-job'

export { commonFields } from './common-fields'

/** Every kind by its id, in the order of the palette: by step, then as the catalogue lists them. */
const BY_ID = {
  'brief-card': briefCard,
  note,
  'data-source': dataSource,
  'event-stream': eventStream,
  'data-lake': dataLake,
  'etl-job': etlJob,
  'data-validation': dataValidation,
  'pii-anonymizer': piiAnonymizer,
  annotation,
  'label-join': labelJoin,
  'dataset-builder': datasetBuilder,
  'feature-pipeline-batch': featurePipelineBatch,
  'feature-pipeline-stream': featurePipelineStream,
  'feature-store-offline': featureStoreOffline,
  'feature-store-online': featureStoreOnline,
  model,
  'pretrained-model': pretrainedModel,
  'training-job': trainingJob,
  'hyperparameter-tuning': hyperparameterTuning,
  'experiment-tracker': experimentTracker,
  'embedding-job': embeddingJob,
  'model-registry': modelRegistry,
  'offline-eval': offlineEval,
  'online-experiment': onlineExperiment,
  'safe-rollout': safeRollout,
  client,
  gateway,
  'app-service': appService,
  cache,
  'operational-store': operationalStore,
  'online-preprocessor': onlinePreprocessor,
  'ann-index': annIndex,
  'candidate-generator': candidateGenerator,
  ranker,
  're-ranker': reRanker,
  'online-inference': onlineInference,
  'batch-inference': batchInference,
  'prediction-store': predictionStore,
  'decision-policy': decisionPolicy,
  fallback,
  'human-review': humanReview,
  'prompt-builder': promptBuilder,
  llm,
  guardrail,
  'prediction-log': predictionLog,
  'feedback-collector': feedbackCollector,
  'drift-monitor': driftMonitor,
  'performance-monitor': performanceMonitor,
  'service-monitor': serviceMonitor,
  alerting,
  'retraining-trigger': retrainingTrigger,
  component,
} as const satisfies Record<string, Kind>

export type KindId = keyof typeof BY_ID

/** Every kind, in the order of the palette. */
export const KINDS: readonly Kind[] = Object.values(BY_ID)

/** Whether a block's kind is one of ours. */
export function isKnownKind(id: string): id is KindId {
  return Object.hasOwn(BY_ID, id)
}

/** The kind with that id. One that is not known, from another tool or a newer file, is treated like `component`. */
export function kindOf(id: string): Kind {
  return lookUp<Kind>(BY_ID, id) ?? component
}

/** The field of a kind with that key: its own first, then the ones every block has. Undefined for a key it does not know. */
export function fieldOfKind(kind: Kind, key: string): Field | undefined {
  return kind.fields.find(field => field.key === key) ?? commonFields.find(field => field.key === key)
}

/** All fields of a kind, its own first; a common field that the kind words in its own way stands only once. */
export function fieldsOf(kind: Kind): readonly Field[] {
  const own = new Set(kind.fields.map(field => field.key))
  return [...kind.fields, ...commonFields.filter(field => !own.has(field.key))]
}

/** Canvas pixels, on the 8 px grid. */
export const BLOCK_SIZE: Size = { width: 160, height: 64 }
export const CARD_SIZE: Size = { width: 160, height: 48 }
export const NOTE_SIZE: Size = { width: 168, height: 64 }

/** What a block covers on the canvas: a matter of its kind, but a note has the size it was given. */
export function blockSize(block: Block): Size {
  if (block.kind === 'note') return block.size ?? NOTE_SIZE
  return block.kind === 'brief-card' ? CARD_SIZE : BLOCK_SIZE
}
