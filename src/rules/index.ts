import briefBusinessGoalMissing from './brief-business-goal-missing'
import briefLatencyMissing from './brief-latency-missing'
import framingMlTaskMissing from './framing-ml-task-missing'
import invalidConnection from './invalid-connection'
import modelWithoutTraining from './model-without-training'
import noDataSource from './no-data-source'
import noDataValidation from './no-data-validation'
import noFallback from './no-fallback'
import noLabelSource from './no-label-source'
import noModelRegistry from './no-model-registry'
import noOfflineEval from './no-offline-eval'
import noOnlineEval from './no-online-eval'
import noOnlineExperiment from './no-online-experiment'
import noRetrainingTrigger from './no-retraining-trigger'
import orphanBlock from './orphan-block'
import requestCycle from './request-cycle'
import type { Rule } from './rule'
import unmonitoredModel from './unmonitored-model'

/** Every rule, in the order of the steps. */
export const RULES: readonly Rule[] = [
  briefBusinessGoalMissing,
  briefLatencyMissing,
  framingMlTaskMissing,
  noDataSource,
  noLabelSource,
  noDataValidation,
  modelWithoutTraining,
  noModelRegistry,
  noOfflineEval,
  noOnlineEval,
  noOnlineExperiment,
  noFallback,
  requestCycle,
  unmonitoredModel,
  noRetrainingTrigger,
  invalidConnection,
  orphanBlock,
]

/** The rule of that id; undefined when there is none, as in a waiver from another version. */
export function ruleOf(id: string): Rule | undefined {
  return RULES.find(rule => rule.id === id)
}
