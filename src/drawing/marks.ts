/** The end marks that tell the kinds of flow apart without colour. */
export type MarkName =
  | 'triangle'
  | 'double-triangle'
  | 'barbed-arrow'
  | 'open-arrow'
  | 'hollow-triangle'
  | 'square'
  | 'circle'
  | 'diamond'
  | 'hollow-diamond'
  | 'bar'
  | 'middle-bar'

interface Mark {
  /** Path data, drawn towards +x: a head has its tip at 0,0, a tail starts there, a middle mark is centred on it. */
  readonly d: string
  readonly isFilled: boolean
  /** How far the line stays away from 0,0, so that it neither shows inside a hollow mark nor blunts a tip. */
  readonly trim: number
}

export const MARKS: Readonly<Record<MarkName, Mark>> = {
  triangle: { d: 'M0 0L-9 -4.5V4.5z', isFilled: true, trim: 7.5 },
  'double-triangle': { d: 'M0 0L-6 -4.2V4.2zM-5.5 0L-11.5 -4.2V4.2z', isFilled: true, trim: 9.5 },
  'barbed-arrow': { d: 'M0 0L-8 -3.7L-6.2 0L-8 3.7z', isFilled: true, trim: 6.2 },
  'open-arrow': { d: 'M-6 -4.5L-0.75 0L-6 4.5', isFilled: false, trim: 1.2 },
  'hollow-triangle': { d: 'M-0.9 0L-9 -4.4V4.4z', isFilled: false, trim: 9 },
  square: {
    d: 'M1 -3h4a1 1 0 0 1 1 1v4a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1v-4a1 1 0 0 1 1 -1z',
    isFilled: true,
    trim: 5,
  },
  circle: { d: 'M0.75 0a3 3 0 1 1 6 0a3 3 0 1 1 -6 0z', isFilled: false, trim: 7.4 },
  diamond: { d: 'M0 0L5 -4.2L10 0L5 4.2z', isFilled: true, trim: 9 },
  'hollow-diamond': { d: 'M0.9 0L5 -3.9L9.1 0L5 3.9z', isFilled: false, trim: 9.6 },
  bar: { d: 'M0.75 -4.5V4.5', isFilled: false, trim: 0.75 },
  'middle-bar': { d: 'M0 -4.5V4.5', isFilled: false, trim: 0 },
}
