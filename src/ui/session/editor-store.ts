import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Stop } from '../../graph/stops'
import type { Id, Json, Point, Step } from '../../model/design'
import type { Edit } from '../../model/edit'
import type { Profile } from '../../store/preferences'
import type { WhatIf } from '../numbers/supposing'
import type { Walk } from '../present/stops'
import type { Shift } from './view'

export type Tab = 'properties' | 'findings' | 'brief'

/** What is open over the editor: one at a time. `add`, `kinds` and `move-to-room` search blocks, kinds and rooms. */
export type OpenDialog =
  | 'export'
  | 'export-selection'
  | 'commands'
  | 'shortcuts'
  | 'versions'
  | 'add'
  | 'kinds'
  | 'move-to-room'
  | 'rules'
  | 'score'
  | 'document'
  | 'case-changes'
  | 'reconnect-source'
  | 'reconnect-target'
  | 'preferences'

/** What a block that is added gets wired to: it comes after or before another, or between the two ends of a flow. */
export type AddTo = { readonly from: Id; readonly way: 'after' | 'before' } | { readonly flow: Id }

/** A flow that is being drawn without dragging: the block at its one end is chosen, that at the other is looked for. */
export interface Connecting {
  /** The block it starts at, or ends at when `isReversed`; null: the block that is chosen next. */
  readonly from: Id | null
  /** The block that it would join now. */
  readonly over: Id | null
  readonly isReversed: boolean
  /** Goes on with the next flow until Escape. */
  readonly isKept: boolean
}

/** What a presentation shows of the design, and how the editor was before it. */
export interface Stage {
  readonly walk: Walk
  /** The stop of the walk, from 0, and the view of it where it takes several. */
  readonly at: number
  readonly part: number
  /** Blocks, flows and rooms that stand out while the others stand back; null: nothing stands back. */
  readonly lit: ReadonlySet<Id> | null
  /** What is spoken of, in the accent. */
  readonly now: ReadonlySet<Id>
  readonly hasNotes: boolean
  readonly hasMarks: boolean
  readonly before: { readonly editor: Partial<EditorState>; readonly shift: Shift }
}

/** A short message at the bottom of the canvas, with one thing to do about it. */
export interface Toast {
  readonly id: number
  readonly text: string
  readonly severity?: 'error'
  readonly action?: { readonly name: string; readonly run: () => void }
}

/** What is on screen but not in the design: selection, panels, the finding that is open. */
export interface EditorState {
  readonly blocks: ReadonlySet<Id>
  readonly flows: ReadonlySet<Id>
  /** Rooms. Their members are not selected with them. */
  readonly groups: ReadonlySet<Id>
  /** The element that the keyboard stands on; it need not be selected. */
  readonly focus: Stop | null
  readonly tab: Tab
  /** The step whose blocks and findings stand out; null: all. */
  readonly step: Step | null
  /** Key of the finding whose details are shown. */
  readonly finding: string | null
  /** The block or room whose name, or the flow whose label, is being typed on the canvas. */
  readonly renaming: Id | null
  /** When the rules speak. */
  readonly profile: Profile
  /** In an interview: the findings were asked for. */
  readonly isRevealed: boolean
  /** The rule whose page is open in the rule book. */
  readonly rule: string | null
  /** A fix that is pointed at, with places for its blocks: shown on the canvas as it would be. */
  readonly ghost: Edit | null
  readonly isAutoTidy: boolean
  readonly isTidying: boolean
  readonly isPaletteFolded: boolean
  readonly isInspectorFolded: boolean
  /** The outline stands where the palette does. */
  readonly isOutlineOpen: boolean
  readonly dialog: OpenDialog | null
  /** Where the block goes that the dialog `add` finds, in canvas pixels; null: on free ground. */
  readonly addAt: Point | null
  /** What that block is wired to; null: nothing. */
  readonly addTo: AddTo | null
  /** The flow that is being drawn by keys or by clicks. */
  readonly connecting: Connecting | null
  /** Where the menu of the canvas is open, in pixels of the window. */
  readonly menu: Point | null
  readonly isFindOpen: boolean
  /** Blocks that a fix just brought, shown for a moment. */
  readonly fresh: ReadonlySet<Id>
  /** The request path stands out and everything else stands back. */
  readonly isTracing: boolean
  /** The question that the numbers answer; null: the design as it is. */
  readonly whatIf: WhatIf | null
  /** The presentation that runs. The design cannot be changed in it. */
  readonly stage: Stage | null
  /** The pointer is a laser: it shows and changes nothing. */
  readonly isLaser: boolean
  /** What a drag of the pointer does; other than selecting only until it is done or Escape. */
  readonly tool: 'select' | 'hand' | 'room' | 'space'
  /** A field that asks for the cursor: `brief.latencyP99Ms` or `props.p99Ms`. */
  readonly field: string | null
  /** What a fix suggests for that field; null: the field's own examples. */
  readonly suggested: readonly Json[] | null
  readonly toast: Toast | null
  /** The newest sentence for screen readers: another object each time, also when the words are the same. */
  readonly announcement: { readonly text: string }
}

export type EditorStore = StoreApi<EditorState>

const NONE: ReadonlySet<Id> = new Set()

/** The state of the editor around one open document. */
export function createEditorStore(initial: Partial<EditorState> = {}): EditorStore {
  return createStore<EditorState>(() => ({
    blocks: NONE,
    flows: NONE,
    groups: NONE,
    focus: null,
    tab: 'findings',
    step: null,
    finding: null,
    renaming: null,
    profile: 'learning',
    isRevealed: false,
    rule: null,
    ghost: null,
    isAutoTidy: false,
    isTidying: false,
    isPaletteFolded: false,
    isInspectorFolded: false,
    isOutlineOpen: false,
    dialog: null,
    addAt: null,
    addTo: null,
    connecting: null,
    menu: null,
    isFindOpen: false,
    fresh: NONE,
    isTracing: false,
    whatIf: null,
    stage: null,
    isLaser: false,
    tool: 'select',
    field: null,
    suggested: null,
    toast: null,
    announcement: { text: '' },
    ...initial,
  }))
}

/** Selects exactly these blocks, flows and rooms. */
export function select(
  editor: EditorStore,
  blocks: Iterable<Id>,
  flows: Iterable<Id> = [],
  groups: Iterable<Id> = [],
): void {
  editor.setState({ blocks: new Set(blocks), flows: new Set(flows), groups: new Set(groups) })
}

let toasts = 0

/** Shows a message at the bottom of the canvas in place of the one before. An error is read out from there, at once. */
export function tell(editor: EditorStore, toast: Omit<Toast, 'id'>): void {
  toasts += 1
  editor.setState({
    toast: { ...toast, id: toasts },
    ...(toast.severity ? {} : { announcement: { text: toast.text } }),
  })
}
