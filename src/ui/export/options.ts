/** What the person chose in the export dialog. */
export interface ExportOptions {
  /** `drawing`: drawn from the design. `screen`: the canvas as it is now, with highlights and zoom. */
  readonly source: 'drawing' | 'screen'
  readonly format: 'png' | 'svg'
  readonly theme: 'light' | 'dark'
  readonly part: 'whole' | 'selection' | 'view'
  readonly scale: number
  readonly isTransparent: boolean
  readonly hasBadges: boolean
  readonly hasLegend: boolean
  /** Shows loads on the cards and totals on the rooms. */
  readonly hasNumbers: boolean
  /** Lists accepted findings with their reasons. */
  readonly hasWaivers: boolean
}
