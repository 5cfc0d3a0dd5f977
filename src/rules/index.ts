import annMemoryExceeded from './ann-memory-exceeded'
import annotationQualityUnchecked from './annotation-quality-unchecked'
import batchWindowOverrun from './batch-window-overrun'
import briefBusinessGoalMissing from './brief-business-goal-missing'
import briefLatencyMissing from './brief-latency-missing'
import briefNoSimpleAlternative from './brief-no-simple-alternative'
import briefQpsInconsistent from './brief-qps-inconsistent'
import briefScaleMissing from './brief-scale-missing'
import briefSuccessMetricMissing from './brief-success-metric-missing'
import censoredLabels from './censored-labels'
import classImbalanceUnhandled from './class-imbalance-unhandled'
import coldStartUnhandled from './cold-start-unhandled'
import costOverBudget from './cost-over-budget'
import deadEndBlock from './dead-end-block'
import driftWithoutReference from './drift-without-reference'
import embeddingVersionSkew from './embedding-version-skew'
import evalNotGating from './eval-not-gating'
import experimentInterference from './experiment-interference'
import fallbackNeverTriggers from './fallback-never-triggers'
import fallbackSharesFate from './fallback-shares-fate'
import feedbackPoisoning from './feedback-poisoning'
import framingMlTaskMissing from './framing-ml-task-missing'
import framingObjectiveMissing from './framing-objective-missing'
import { cacheStalerThanRequirement, featureFreshnessStale, indexFreshnessStale } from './freshness'
import gpuMemoryExceeded from './gpu-memory-exceeded'
import groupLeakageInSplit from './group-leakage-in-split'
import guardrailMetricMissing from './guardrail-metric-missing'
import heavyPrecisionUnderTightLatency from './heavy-precision-under-tight-latency'
import humanInSyncPath from './human-in-sync-path'
import hyperparametersUntuned from './hyperparameters-untuned'
import imbalancedMetrics from './imbalanced-metrics'
import indexRolloutSkew from './index-rollout-skew'
import indexWithoutEmbeddings from './index-without-embeddings'
import indirectPromptInjection from './indirect-prompt-injection'
import invalidConnection from './invalid-connection'
import labelDelayIgnored from './label-delay-ignored'
import labelLeakage from './label-leakage'
import { latencyBudgetExceeded, latencyBudgetTight } from './latency-budget'
import llmEvalMissing from './llm-eval-missing'
import { llmInputGuardrailMissing, llmOutputGuardrailMissing } from './llm-guardrail-missing'
import metricTaskMismatch from './metric-task-mismatch'
import modelStaleness from './model-staleness'
import modelWithoutTraining from './model-without-training'
import monitorWithoutAlert from './monitor-without-alert'
import multiObjectiveUnweighted from './multi-objective-unweighted'
import noBaseline from './no-baseline'
import noCandidateGeneration from './no-candidate-generation'
import noDataSource from './no-data-source'
import noDataValidation from './no-data-validation'
import noExperimentTracking from './no-experiment-tracking'
import noFallback from './no-fallback'
import noFeedbackLoop from './no-feedback-loop'
import noHumanReviewHighStakes from './no-human-review-high-stakes'
import noLabelSource from './no-label-source'
import noModelRegistry from './no-model-registry'
import noOfflineEval from './no-offline-eval'
import noOnlineEval from './no-online-eval'
import noOnlineExperiment from './no-online-experiment'
import noPointInTimeJoin from './no-point-in-time-join'
import noPredictionLog from './no-prediction-log'
import noRetrainingTrigger from './no-retraining-trigger'
import noSafeRollout from './no-safe-rollout'
import noServiceMonitoring from './no-service-monitoring'
import noSliceEval from './no-slice-eval'
import offlineMetricMissing from './offline-metric-missing'
import onlineFeaturePathMissing from './online-feature-path-missing'
import orphanBlock from './orphan-block'
import piiKeptForever from './pii-kept-forever'
import piiWithoutAnonymisation from './pii-without-anonymisation'
import positionBias from './position-bias'
import predictionModeMismatch from './prediction-mode-mismatch'
import pretrainedUnpinned from './pretrained-unpinned'
import propertyOutOfRange from './property-out-of-range'
import ragAccessControlMissing from './rag-access-control-missing'
import randomSplitOnTemporalData from './random-split-on-temporal-data'
import requestCycle from './request-cycle'
import rollbackNotAutomatic from './rollback-not-automatic'
import type { Rule } from './rule'
import samplingWithoutCalibration from './sampling-without-calibration'
import selfFulfillingLabels from './self-fulfilling-labels'
import singlePointOfFailure from './single-point-of-failure'
import storageOverCapacity from './storage-over-capacity'
import successMetricUnmeasured from './success-metric-unmeasured'
import thresholdWithoutCalibration from './threshold-without-calibration'
import { throughputBottleneck, throughputHeadroom } from './throughput'
import trainEvalContamination from './train-eval-contamination'
import trainingOnRequestPath from './training-on-request-path'
import trainingServingSkew from './training-serving-skew'
import tunedOnTest from './tuned-on-test'
import unevaluatedModel from './unevaluated-model'
import unmonitoredModel from './unmonitored-model'
import unreachableServing from './unreachable-serving'

/** Every rule, in the order of the steps. */
export const RULES: readonly Rule[] = [
  briefBusinessGoalMissing,
  briefSuccessMetricMissing,
  briefScaleMissing,
  briefLatencyMissing,
  briefQpsInconsistent,
  briefNoSimpleAlternative,
  guardrailMetricMissing,
  costOverBudget,
  framingMlTaskMissing,
  framingObjectiveMissing,
  metricTaskMismatch,
  multiObjectiveUnweighted,
  predictionModeMismatch,
  noDataSource,
  noLabelSource,
  noDataValidation,
  piiWithoutAnonymisation,
  piiKeptForever,
  labelLeakage,
  noPointInTimeJoin,
  randomSplitOnTemporalData,
  trainEvalContamination,
  groupLeakageInSplit,
  samplingWithoutCalibration,
  classImbalanceUnhandled,
  annotationQualityUnchecked,
  labelDelayIgnored,
  coldStartUnhandled,
  feedbackPoisoning,
  storageOverCapacity,
  modelWithoutTraining,
  noModelRegistry,
  evalNotGating,
  noExperimentTracking,
  hyperparametersUntuned,
  noBaseline,
  trainingOnRequestPath,
  gpuMemoryExceeded,
  heavyPrecisionUnderTightLatency,
  pretrainedUnpinned,
  noOfflineEval,
  offlineMetricMissing,
  imbalancedMetrics,
  noSliceEval,
  noOnlineEval,
  noOnlineExperiment,
  noSafeRollout,
  positionBias,
  experimentInterference,
  censoredLabels,
  llmEvalMissing,
  thresholdWithoutCalibration,
  unevaluatedModel,
  selfFulfillingLabels,
  successMetricUnmeasured,
  tunedOnTest,
  trainingServingSkew,
  onlineFeaturePathMissing,
  noCandidateGeneration,
  ragAccessControlMissing,
  noFallback,
  fallbackNeverTriggers,
  fallbackSharesFate,
  singlePointOfFailure,
  requestCycle,
  latencyBudgetExceeded,
  latencyBudgetTight,
  throughputBottleneck,
  throughputHeadroom,
  featureFreshnessStale,
  indexFreshnessStale,
  cacheStalerThanRequirement,
  indexWithoutEmbeddings,
  annMemoryExceeded,
  embeddingVersionSkew,
  indexRolloutSkew,
  batchWindowOverrun,
  humanInSyncPath,
  noHumanReviewHighStakes,
  llmOutputGuardrailMissing,
  llmInputGuardrailMissing,
  indirectPromptInjection,
  unmonitoredModel,
  noServiceMonitoring,
  monitorWithoutAlert,
  noPredictionLog,
  noFeedbackLoop,
  noRetrainingTrigger,
  modelStaleness,
  driftWithoutReference,
  rollbackNotAutomatic,
  invalidConnection,
  orphanBlock,
  deadEndBlock,
  unreachableServing,
  propertyOutOfRange,
]

/** The rule of that id; undefined when there is none, as in a waiver from another version. */
export function ruleOf(id: string): Rule | undefined {
  return RULES.find(rule => rule.id === id)
}
