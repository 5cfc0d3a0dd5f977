import { STEPS, type Step } from '../model/design'

/** The seven steps as people read them. */
export const STEP_NAMES: Readonly<Record<Step, string>> = {
  clarify: 'Clarify',
  frame: 'Frame',
  data: 'Data',
  model: 'Model',
  evaluate: 'Evaluate',
  serve: 'Serve',
  monitor: 'Monitor',
}

/** The place of a step in the framework, from 1 (Clarify) to 7 (Monitor). */
export function stepNumber(step: Step): number {
  return STEPS.indexOf(step) + 1
}
