import type { Props, PropValue, Step } from '../model/design'
import type { IconName } from './icons'

/** How a property or an answer of the brief is typed, named and explained. */
export interface Field {
  readonly key: string
  /** As people read it: "Read latency, p99". Sentence case. */
  readonly label: string
  readonly type: 'number' | 'yes-no' | 'choice' | 'text' | 'list'
  /** Of a number: `ms`, `requests/s`, `GB`, `US dollars/h` … Absent: a plain count. A share from 0 to 1 has `max: 1`. */
  readonly unit?: string
  readonly min?: number
  readonly max?: number
  /** Of a choice, in the order of the menu; another word is kept and shown with a hint. Of a number: words it also takes. */
  readonly choices?: readonly string[]
  /** Of a list or text: what to suggest. */
  readonly examples?: readonly PropValue[]
  /** One sentence: what it means, and where a figure comes from. */
  readonly help?: string
}

/** An entry of the palette: a kind with some properties already set ("Vector database" is an ANN index). */
export interface Preset {
  readonly id: string
  readonly name: string
  readonly props: Props
  readonly icon?: IconName
}

/** One kind of block: data only. */
export interface Kind {
  readonly id: string
  readonly name: string
  readonly step: Step
  /** One sentence: what such a block is. */
  readonly what: string
  readonly icon: IconName
  /** Its own fields, most telling first; the fields that every block has follow (`commonFields`). */
  readonly fields: readonly Field[]
  /** Key of the property that sizes the block; shown at the left of the card's last line. */
  readonly keyProperty?: string
  /** Key of the number at the right of the card's last line. */
  readonly liveNumber?: string
  /** Kinds that usually follow it, most likely first. */
  readonly next: readonly string[]
  readonly presets?: readonly Preset[]
  /** Other names people search by: "vector db", "kafka". */
  readonly aliases?: readonly string[]
  /** Stands under "More" of its step in the palette. */
  readonly isExtended?: true
  /** Not offered in the palette (`component`). */
  readonly isHidden?: true
}

/** Type check for a kind's file, nothing more. */
export function defineKind(kind: Kind): Kind {
  return kind
}
