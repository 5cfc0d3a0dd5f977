import type { Step } from '../../model/design'
import type { Severity } from '../../rules/rule'
import { fixEntries as say } from '../messages/en'
import type { IconName } from '../parts/chrome-icons'

/** One line that can be found and run. */
export interface Entry {
  /** Unique in its list, and the same tomorrow: what was last run is remembered by it. */
  readonly id: string
  /** The heading that it stands under. */
  readonly section: string
  readonly name: string
  /** Other words that find it. */
  readonly words?: string
  /** Said after the name in a quieter ink. */
  readonly detail?: string
  /** Said at the right edge: a rule, a number. */
  readonly hint?: string
  readonly keys?: string
  readonly icon?: IconName
  /** Gives the icon the tint of a step. */
  readonly step?: Step
  /** In place of an icon. */
  readonly severity?: Severity
  readonly run: () => void | Promise<void>
}

/** The heading of what lint proposes. */
export const FIXES = say.heading

/** Entries under one heading. */
export interface Section {
  readonly name: string
  readonly entries: readonly Entry[]
}
