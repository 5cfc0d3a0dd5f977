import type { Id } from '../model/design'
import type { Badge } from './badge.svg'
import type { Theme } from './palette'

/** A font, or a part of one, that a drawing carries inside. */
export interface EmbeddedFont {
  /** `Inter`, for it to be used. */
  readonly family: string
  /** The file, WOFF2 in base64. */
  readonly data: string
  readonly unicodeRange?: string
}

export interface DrawOptions {
  readonly theme: Theme
  /** Draw these blocks and rooms, and the flows between those blocks; everything when absent. */
  readonly only?: ReadonlySet<Id>
  /** Whether the canvas lies behind the drawing; without it the ground is transparent. */
  readonly background?: boolean
  /** Around everything that is drawn, in pixels. */
  readonly padding?: number
  /** Findings to show as badges, by block or collapsed room. */
  readonly marks?: ReadonlyMap<Id, Badge>
  /** Demand as a share of capacity, by block. */
  readonly loads?: ReadonlyMap<Id, number>
  /** The one figure of a room, such as "p99 148 ms of 200 ms". */
  readonly totals?: ReadonlyMap<Id, string>
  /** Inter, to be carried inside the drawing; without it the drawing falls back to the fonts of its reader. */
  readonly fonts?: readonly EmbeddedFont[]
  /** The name of the drawing; that of the design when absent. */
  readonly title?: string
  /** Whether the kinds of flow that are there are explained below. */
  readonly legend?: boolean
  /** Whether accepted findings are listed below with their reasons. */
  readonly waivers?: boolean
}
