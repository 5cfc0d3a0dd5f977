/**
 * Every text of the interface, in English, by the part of the page that shows it. Another language is a file beside this
 * one with the same parts (`typeof import('./en')` checks it), chosen by `GROUNDPLAN_LANGUAGE` when the page is built.
 * What kinds, rules and the brief say about themselves stands with them.
 */

/** What can be found on the canvas. */
export const findHits = {
  flow: (source: string, target: string) => `${source} to ${target}`,
}

/** The bar that finds text on the canvas. */
export const findBar = {
  title: 'Find on the canvas',
  none: 'No match',
  count: (at: number, of: number) => `${at} of ${of}`,
  previous: 'Previous match (Shift+Enter)',
  next: 'Next match (Enter)',
  close: 'Close (Escape)',
  /** What stands before the text of a hit, by where the text is. */
  before: { name: '', label: 'Label: ', kind: 'Kind: ', notes: 'Notes: ', finding: '' },
}

// ——— The canvas, what floats over it, and its menus

// ——— Commands, keys and hints

// ——— Lists that find things to do and to add

// ——— The outline, and what is said to screen readers

// ——— The inspector

// ——— The frame of the editor: top bar, rail, status, palette, preferences

// ——— Dialogs: export, document, rules, versions, case studies, presentation

// ——— The start screen, and files
