import type { Step } from '../model/design'
import { CLARIFY_PARTS } from './brief-clarify'
import { DATA_PARTS, FRAME_PARTS } from './brief-frame'
import type { IconName } from './icons'
import type { Field } from './kind'

/** Questions of a step that belong together, under one name. */
export interface BriefPart {
  readonly name: string
  readonly fields: readonly Field[]
}

/** The questions of the brief by step; a step that is not here is answered on the drawing and in its notes. */
export const BRIEF_PARTS: Readonly<Partial<Record<Step, readonly BriefPart[]>>> = {
  clarify: CLARIFY_PARTS,
  frame: FRAME_PARTS,
  data: DATA_PARTS,
}

export type BriefField = Field & { readonly step: Step }

/** The questions of the brief, in the order of the panel. */
export const BRIEF_FIELDS: readonly BriefField[] = Object.entries(BRIEF_PARTS).flatMap(([step, parts]) =>
  parts.flatMap(part => part.fields.map(field => ({ ...field, step: step as Step }))),
)

const BY_KEY = new Map(BRIEF_FIELDS.map(field => [field.key, field]))

/** The question of the brief with that key, or undefined when the brief has none. */
export function briefField(key: string): BriefField | undefined {
  return BY_KEY.get(key)
}

/** What a brief card can show: the values of its one property `shows`. */
export type CardSubject =
  | 'goal'
  | 'scale'
  | 'service-level'
  | 'assumption'
  | 'task'
  | 'objective'
  | 'metric'
  | 'baseline'

interface CardContent {
  readonly name: string
  readonly step: Step
  readonly icon: IconName
  /** Keys of the brief that the card reads and writes, in the order of the card. */
  readonly fields: readonly string[]
}

/** Name, step, icon and answers of each card of the brief, in the order of the palette. */
export const CARD_SHOWS: Readonly<Record<CardSubject, CardContent>> = {
  goal: { name: 'Goal', step: 'clarify', icon: 'goal', fields: ['businessGoal', 'successMetric'] },
  scale: { name: 'Scale', step: 'clarify', icon: 'users', fields: ['dau', 'peakQps', 'corpusSize'] },
  'service-level': {
    name: 'Service level',
    step: 'clarify',
    icon: 'gauge',
    fields: ['latencyP99Ms', 'availabilityPct', 'freshnessSec'],
  },
  assumption: { name: 'Assumption', step: 'clarify', icon: 'circle-question-mark', fields: ['assumptions'] },
  task: { name: 'ML task', step: 'frame', icon: 'shapes', fields: ['mlTask', 'predictionMode'] },
  objective: { name: 'Objective', step: 'frame', icon: 'sigma', fields: ['mlObjective', 'inputs', 'outputs'] },
  metric: {
    name: 'Metric',
    step: 'frame',
    icon: 'ruler',
    fields: ['offlineMetrics', 'onlineMetrics', 'guardrailMetrics'],
  },
  baseline: { name: 'Baseline', step: 'frame', icon: 'flag', fields: ['nonMlBaseline'] },
}

/** What a brief card with this `shows` reads; undefined for a word that is none of the eight. */
export function cardContent(shows: unknown): CardContent | undefined {
  return typeof shows === 'string' && Object.hasOwn(CARD_SHOWS, shows) ? CARD_SHOWS[shows as CardSubject] : undefined
}
