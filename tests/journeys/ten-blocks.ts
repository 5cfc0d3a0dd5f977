/** One thing done while drawing: keys, clicks and drags, each as a person would tell another. */
export interface Step {
  readonly what: string
  /** Keys and chords such as `Shift+Tab`; `click` and `drag` of the pointer. */
  readonly does: readonly string[]
  /** Letters typed after the first key: they make a name, or choose from a list. */
  readonly letters?: string
  /** How often it is done; absent: once. */
  readonly times?: number
}

/** The design that is drawn: kinds by the names that the blocks have at the end. */
export const TEN_BLOCKS = {
  'Online inference': 'online-inference',
  Client: 'client',
  'Event stream': 'event-stream',
  'Label builder': 'label-join',
  'Training set builder': 'dataset-builder',
  'Training job': 'training-job',
  'Offline evaluation': 'offline-eval',
  'Model registry': 'model-registry',
  'Safe rollout': 'safe-rollout',
  'Prediction log': 'prediction-log',
} as const

/** Its flows, by the names of their ends. */
export const ELEVEN_FLOWS = [
  ['Client', 'Online inference'],
  ['Client', 'Event stream'],
  ['Event stream', 'Label builder'],
  ['Label builder', 'Training set builder'],
  ['Training set builder', 'Training job'],
  ['Training job', 'Offline evaluation'],
  ['Offline evaluation', 'Model registry'],
  ['Model registry', 'Safe rollout'],
  ['Safe rollout', 'Online inference'],
  ['Online inference', 'Prediction log'],
  ['Prediction log', 'Label builder'],
] as const

/** What the journey presses in Groundplan, from an empty canvas. Letters choose the kind, which brings its name. */
export const GROUNDPLAN: readonly Step[] = [
  { what: 'Event stream', does: ['N', 'Enter'], letters: 'ev' },
  { what: 'Client, before it', does: ['Shift+Tab', 'Enter'] },
  { what: 'Online inference, after it', does: ['Tab', 'Enter'], letters: 'on' },
  { what: 'Prediction log, after it', does: ['Tab', 'Enter'], letters: 'pr' },
  { what: 'Label builder, after it', does: ['Tab', 'Enter'] },
  { what: 'Training set builder, after it', does: ['Tab', 'Enter'] },
  { what: 'Training job, after it', does: ['Tab', 'Enter'] },
  { what: 'Offline evaluation, after it', does: ['Tab', 'Enter'] },
  { what: 'Model registry, after it', does: ['Tab', 'Enter'] },
  { what: 'Safe rollout, after it', does: ['Tab', 'Enter'] },
  { what: 'Safe rollout to online inference', does: ['A', 'Enter'], letters: 'on' },
  { what: 'From event stream …', does: ['A', 'Enter'], letters: 'ev' },
  { what: '… to label builder', does: ['Enter'], letters: 'la' },
]

const NAMES = Object.keys(TEN_BLOCKS).join('')

/** Excalidraw by the keys of its help dialog, each block made and joined in one go where that can be. */
export const EXCALIDRAW: readonly Step[] = [
  { what: 'First rectangle', does: ['R', 'drag'] },
  { what: 'Name of a rectangle', does: ['Enter', 'Escape'], times: 10 },
  { what: 'A rectangle further on, with its arrow', does: ['Ctrl+Arrow'], times: 8 },
  { what: 'Back to the client', does: ['click'] },
  { what: 'A rectangle below it, with its arrow', does: ['Ctrl+Arrow'] },
  { what: 'An arrow between two that stand', does: ['A', 'drag'], times: 2 },
  { what: 'Letters of the ten names', does: [], letters: NAMES },
]

/** draw.io by its sheet of keys: a shape is cloned with its connector, and the label typed over. */
export const DRAW_IO: readonly Step[] = [
  { what: 'First rectangle', does: ['Ctrl+K'] },
  { what: 'Name of a rectangle', does: ['F2', 'Escape'], times: 10 },
  { what: 'A clone further on, with its connector', does: ['Alt+Shift+Arrow'], times: 8 },
  { what: 'Back to the client', does: ['click'] },
  { what: 'A clone below it, with its connector', does: ['Alt+Shift+Arrow'] },
  { what: 'A connector between two that stand', does: ['drag'], times: 2 },
  { what: 'Letters of the ten names', does: [], letters: NAMES },
]

/** What a step costs: each key of a chord and each click 1, a drag 2; its letters apart. */
export function costOf({ does, letters = '', times = 1 }: Step): {
  readonly presses: number
  readonly letters: number
} {
  const presses = does.reduce((sum, one) => sum + (one === 'drag' ? 2 : one.split('+').length), 0)
  return { presses: presses * times, letters: letters.replaceAll(' ', '').length * times }
}

/** What all steps cost together. */
export function costOfAll(steps: readonly Step[]): { readonly presses: number; readonly letters: number } {
  const costs = steps.map(costOf)
  const sum = (part: 'presses' | 'letters') => costs.reduce((all, cost) => all + cost[part], 0)
  return { presses: sum('presses'), letters: sum('letters') }
}
