/**
 * Every text of the interface, in English, by the part of the page that shows it. Another language is a file beside this
 * one with the same parts (`typeof import('./en')` checks it), chosen by `GROUNDPLAN_LANGUAGE` when the page is built.
 * What kinds, rules and the brief say about themselves stands with them.
 */

import { counted } from './counted'
import { listed } from './listed'
import { pastTense } from './past-tense'

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

/** The diagram itself, with what it says before anything else is loaded. */
export const diagram = {
  title: 'Diagram',
  /** What a screen reader calls the sort of thing that the diagram is. */
  role: 'diagram',
  flow: (source: string, target: string) => `${source} to ${target}`,
  badge: (count: number, worst: string) => `${counted(count, 'finding')}: ${worst}`,
  load: (demand: string, capacity: string) => `Peak load ${demand} of ${capacity}`,
  /** The names of the fields in which names are typed on the canvas. */
  rename: { block: 'Name', room: 'Name', note: 'Text', flow: 'Label' },
}

/** The button by which a room is collapsed and opened. */
export const roomToggle = {
  open: 'Open the room',
  openOf: (room: string) => `Open the room “${room}”`,
  collapse: 'Collapse the room',
  collapseOf: (room: string) => `Collapse the room “${room}”`,
}

/** What a screen reader says of the keys when it comes to the diagram. */
export const canvasReader = {
  help:
    'Arrow keys go along the flows and from block to block. Space selects, Enter edits, Escape goes out. D reads ' +
    'everything, O opens the design as a list, the question mark lists all keys.',
}

/** What an empty canvas says. */
export const emptyCanvas = {
  title: 'Start with a block',
  text: <T>(key: T) => ['Drag one from the left, press ', key, ' to find one, or open a case study.'],
  browse: 'Browse case studies',
}

/** The finding that is open on the canvas. */
export const findingPopover = {
  close: 'Close the finding',
}

/** The kinds of flow that are on the canvas. */
export const legend = {
  title: 'Kinds of flow',
}

/** The design in small. */
export const minimap = {
  title: 'Overview of the design: drag to move the view',
}

/** How large the diagram is shown. */
export const zoomControls = {
  title: 'Zoom',
  percent: (percent: number) => `${percent} %`,
  reset: (percent: number) => `${percent} %, zoom to 100 %`,
}

/** Messages over the canvas. */
export const toasts = {
  close: 'Close the message',
}

/** A question to the design: more load, blocks that are down, and what comes of it. */
export const whatIfBar = {
  title: 'What if',
  end: 'End',
  load: 'Load',
  loadText: (factor: number) => `${factor} times the peak`,
  isDown: (block: string) => `${block} is down`,
  fail: (block: string) => `Fail ${block}`,
  thisBlock: 'this block',
  aBlock: 'a block',
  failBlock: 'Fail a block',
  chooseBlock: 'Fail a block …',
  fine: 'Every block keeps up, and every client gets its answer.',
  /** Past its capacity, and how many replicas would do. */
  needs: (block: string, replicas: string) => `${block} (needs ${replicas} replicas)`,
  past: (blocks: readonly string[], others: number) =>
    `Past capacity: ${blocks.join(', ')}${others > 0 ? ` and ${others} more` : ''}.`,
  answersFor: (substitute: string, block: string) => `${substitute} answers for ${block}.`,
  error: (client: string) => `${client} gets an error: nothing answers in place of what is down.`,
  poorer: (client: string) => `${client} gets an answer, and a poorer one than usual.`,
}

/** The bar of a flow that is drawn without dragging. */
export const connectMode = {
  ends: <T>(source: T, target: T) => ['Connect ', source, ' to ', target],
  open: '…',
  keys: <T>(arrows: T, enter: T) => [arrows, ' or letters choose, ', enter, ' connects'],
  turn: 'Turn round',
  keep: 'Keep on',
  cancel: 'Cancel',
}

/** What is said while a flow is drawn without dragging. */
export const connectSpeech = {
  nothing: 'Nothing connected.',
  choose: 'Connect …: arrows choose where the flow starts, Enter takes it.',
  open: '…',
  start: (source: string, target: string, hasTargets: boolean) =>
    `Connect ${source} to ${target}: arrows choose, Enter connects.${
      hasTargets ? '' : ' No block here takes such a flow.'
    }`,
  at: (block: string, at: number, of: number, source: string, target: string) =>
    `${block}, ${at} of ${of}: ${source} to ${target}.`,
}

/** A flow that is dragged. */
export const flowDrag = {
  openRoom: 'Open the room to connect to a block inside it.',
}

/** The list of what Ctrl and an arrow would add. */
export const growList = {
  after: <T>(block: T) => ['After ', block],
  before: <T>(block: T) => ['Before ', block],
  none: (query: string) => `Nothing found for “${query}”.`,
  latched: <T>(enter: T, leave: T) => [enter, ' adds, ', leave, ' cancels'],
  held: <T>(mod: T, leave: T) => [
    'Let go of ',
    mod,
    ' to add, ',
    leave,
    ' cancels. The same arrow adds one more, letters choose another.',
  ],
}

/** What is said of what Ctrl and an arrow would add. */
export const growSpeech = {
  after: (added: string, block: string, how: string) => `${added} after ${block}: ${how}.`,
  before: (added: string, block: string, how: string) => `${added} before ${block}: ${how}.`,
  enter: 'Enter adds it',
  letGo: (key: string) => `let go of ${key} to add it`,
  none: (query: string) => `Nothing found for “${query}”.`,
}

/** What the hand can do with what is selected or under it. */
export const hands = {
  moveStart: 'Drag to let the flow start elsewhere',
  moveEnd: 'Drag to let the flow end elsewhere',
  insert: 'Insert a block into the flow',
  insertBetween: (source: string, target: string) => `Insert a block between ${source} and ${target}`,
  blockToolbar: (block: string) => `Do with ${block}`,
  flowToolbar: 'Do with this flow',
  fix: (title: string) => `Fix: ${title}`,
  fixHint: (title: string, message: string) => `Fix: ${title}. ${message}`,
  done: (deed: string) => `${deed}: done.`,
  /** What is said of a tool when it is taken up. */
  tools: {
    select: 'Select and move.',
    hand: 'Hand: a drag moves the view.',
    room: 'Room: a drag draws one.',
    space: 'Space: a drag pushes what lies right or below.',
  },
}

// ——— Commands, keys and hints

/** Commands that change the design or the selection. */
export const editCommands = {
  undo: 'Undo',
  undoEdit: (edit: string) => `Undo ${edit}`,
  redo: 'Redo',
  redoEdit: (edit: string) => `Redo ${edit}`,
  delete: 'Delete',
  rename: 'Rename',
  label: 'Label the flow',
  renameOrLabel: 'Rename a block or room, or label a flow',
  kindOfBlock: 'Change kind …',
  kindOfFlow: 'Change kind of flow',
  kind: 'Change kind of a block or flow',
  turnRound: 'Turn flow round',
  selectAll: 'Select all',
  stopTidying: 'Stop tidying',
  deselect: 'Clear the selection',
}

/** Commands of rooms, lines and locks. */
export const arrangeCommands = {
  group: 'Put in a room',
  ungroup: 'Ungroup',
  collapse: 'Collapse the room',
  open: 'Open the room',
  collapseOrOpen: 'Collapse a room, or open it',
  collapseAll: 'Collapse all rooms, or open all',
  moveToRoom: 'Move to room …',
  deleteWithMembers: 'Delete rooms with their blocks',
  lock: 'Lock in place',
  unlock: 'Unlock',
  lockOrUnlock: 'Lock in place, or unlock',
  resize: {
    wider: 'Make a room or note wider',
    narrower: 'Make a room or note narrower',
    taller: 'Make a room or note taller',
    shorter: 'Make a room or note shorter',
  },
  align: {
    left: 'Align left edges',
    right: 'Align right edges',
    top: 'Align top edges',
    bottom: 'Align bottom edges',
    'centre-x': 'Align centres left to right',
    'centre-y': 'Align centres top to bottom',
  },
  distribute: { x: 'Distribute left to right', y: 'Distribute top to bottom' },
}

/** Commands for the diagram as a whole. */
export const canvasCommands = {
  tidy: 'Tidy layout',
  tidyFromScratch: 'Tidy from scratch',
  rooms: 'Rooms',
  layOutInRooms: 'Lay out in rooms',
  layeredRight: 'Layered left to right',
  layeredDown: 'Layered top to bottom',
  lanes: 'Lanes by step',
  tidySelection: 'Tidy the selection',
  autoTidyOn: 'Turn auto-tidy on',
  autoTidyOff: 'Turn auto-tidy off',
  autoTidy: 'Turn auto-tidy on or off',
  findBlock: 'Find a block to add',
  add: 'Add a block …',
  addHere: 'Add a block here …',
  addBlock: 'Add a block',
  find: 'Find on the canvas',
  move: { left: 'Move left', right: 'Move right', up: 'Move up', down: 'Move down' },
  moveFar: { left: 'Move far left', right: 'Move far right', up: 'Move far up', down: 'Move far down' },
}

/** Commands of the clipboard, and notes. */
export const clipboardCommands = {
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  duplicate: 'Duplicate',
  addNote: 'Add a note',
}

/** Commands that make blocks and flows from one that stands. */
export const createCommands = {
  after: 'Add what comes next …',
  intoFlow: 'Add a block into the flow …',
  append: 'Add what comes next',
  before: 'Add what comes before …',
  prepend: 'Add what comes before',
  connect: 'Connect to …',
  connectByKeys: 'Connect without dragging',
  likeliest: {
    right: 'Add the likeliest next block at the right',
    down: 'Add the likeliest next block below',
    left: 'Add the likeliest block before, at the left',
    up: 'Add the likeliest block before, above',
  },
  step: (number: number) => `Step ${number}: choose it and add from its blocks`,
}

/** Commands of files. */
export const fileCommands = {
  save: 'Save a file',
  saveAs: 'Save a file as …',
  exportPicture: 'Export a picture',
  document: 'Design document',
  exportSelection: 'Export the selection',
  versions: 'Version history',
  caseChanges: 'What did I change?',
  caseReset: 'Reset to the case study',
}

/** Commands that lead to everything else. */
export const helpCommands = {
  commands: 'Search commands and blocks',
  shortcuts: 'Keyboard shortcuts',
  preferences: 'Preferences',
  menu: 'Menu of the selection',
}

/** Commands of lint. */
export const lintCommands = {
  next: 'Next finding',
  previous: 'Previous finding',
  fixHere: 'Fix this finding',
  fixHereTitle: 'Fix the open finding, or the gravest of what is selected',
  fixStep: 'Fix all of this step',
  fixAll: 'Fix all findings',
  fix: 'Fix all findings, or those of the chosen step',
  reviewOff: 'Say only what matters now',
  reviewOn: 'Review everything now',
  review: 'Review everything, or only what matters now',
  interviewOff: 'End the interview profile',
  interview: 'Interview: count findings, show them when asked',
  hide: 'Hide the findings again',
  reveal: 'Show the findings of the interview',
  revealOrHide: 'Show or hide the findings of the interview',
  lintOn: 'Turn lint on',
  lintOff: 'Turn lint off',
  lint: 'Turn lint on or off',
  score: 'Coverage and score',
  rules: 'Rule book',
}

/** Commands that mend a drawing by hand. */
export const mendCommands = {
  deleteCut: 'Delete without joining',
  splice: 'Put into the flow',
  moveEndTo: { source: 'Move the start of the flow to …', target: 'Move the end of the flow to …' },
  moveEnd: { source: 'Move the start of a flow', target: 'Move the end of a flow' },
  space: { right: 'Make space to the right', down: 'Make space below' },
  order: { forward: 'Bring forward', back: 'Send back' },
  copyProperties: 'Copy properties',
  pasteProperties: 'Paste properties',
  copyPicture: 'Copy as a picture',
  guides: 'Smart guides on or off',
  select: 'Select and move',
  hand: 'Hand: drag the view',
  room: 'Room around the selection, or drawn by hand',
  spaceByHand: 'Make space by hand',
}

/** Commands of a presentation. */
export const presentCommands = {
  laserEnd: 'Put the laser away',
  present: 'Present',
  laser: 'Laser pointer',
  during: {
    next: 'Next stop',
    back: 'Previous stop',
    first: 'First stop',
    last: 'Last stop',
    jump: 'Go to the stop of that number',
    notes: 'Notes beside the design',
    marks: 'Marks of findings',
    leave: 'Leave the presentation',
  },
}

/** Commands that change only what is seen. */
export const viewCommands = {
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomWhole: 'Zoom to 100 %',
  fit: 'Fit the design',
  showSelection: 'Show the selection',
  showAll: 'Show everything again',
  trace: 'Show the request path',
  whatIfEnd: 'End what-if',
  whatIf: 'What if the load grows or a block fails?',
  outlineClose: 'Close the outline',
  outline: 'Outline',
  outlineWhole: 'Outline: the design as a list',
  foldPalette: 'Fold the palette',
  foldInspector: 'Fold the inspector',
}

/** Commands that lead through the diagram by keys. */
export const walkCommands = {
  go: {
    right: 'Go on along a flow',
    left: 'Go back along a flow',
    up: 'Go to the element before',
    down: 'Go to the element after',
    first: 'Go to the first block',
    last: 'Go to the last block',
  },
  out: 'Go out: from flow to block to room',
  toggle: 'Select or deselect it',
  edit: 'Edit its name or label',
  details: 'Read everything about it',
  connected: {
    left: 'Select the connected block to the left',
    right: 'Select the connected block to the right',
    up: 'Select the connected block above',
    down: 'Select the connected block below',
  },
  too: { up: 'Select the element before as well', down: 'Select the element after as well' },
  everything: { upstream: 'Select everything upstream', downstream: 'Select everything downstream' },
}

/** What is said when a command fails. */
export const commandRun = {
  failed: (reason: string) => `That did not work: ${reason}. The design is unchanged.`,
}

/** Keys as they are printed on keyboards. */
export const keyCaps = { escape: 'Esc', menu: 'Menu', control: 'Ctrl', delete: 'Del' }

/** Undo, connecting, moving and renaming. */
export const editing = {
  undone: (edit: string) => `Undone: ${edit}.`,
  redone: (edit: string) => `Done again: ${edit}.`,
  twin: (source: string, flow: string, target: string) => `${source} already sends ${flow} to ${target}.`,
  connected: (source: string, target: string, flow: string) => `${source} connected to ${target}: ${flow}.`,
  autoTidyOff: 'Auto-tidy is off now: you placed a block by hand.',
  undo: 'Undo',
  noteEdit: 'Change note',
  renamed: (name: string) => `Renamed to ${name}.`,
}

/** Laying out. */
export const tidying = {
  versionBefore: 'Before Tidy',
  done: 'Tidied.',
  firstPlaces: 'Place blocks',
}

/** Kinds of blocks and flows that are changed. */
export const changingKinds = {
  noOther: 'No other kind of flow may join these two blocks.',
  turnEdit: 'Turn flow round',
  turned: 'Flow turned round.',
}

/** What is done about findings. */
export const findingDeeds = {
  waived: 'Waived, with its reason.',
  undo: 'Undo',
  scopeEdit: (scope: string) => `Scope: ${scope}`,
  count: (count: number) => `${counted(count, 'finding')}.`,
  off: 'Lint is off.',
}

/** Saving to a file. */
export const saving = {
  savedPlan: 'Saved as plan text.',
  saved: 'Saved to a file.',
}

/** Adding blocks and notes. */
export const adding = {
  added: (name: string) => `${name} added.`,
  note: 'Note',
  noteAdded: 'Note added.',
  noteEdit: 'Add note',
}

/** Rooms, lines and locks. */
export const arranging = {
  inRoom: (count: number) => `${counted(count, 'block')} put in a room.`,
  done: (edit: string) => `${edit}: done.`,
  locked: 'Locked: it stays where it is, Tidy included.',
  unlocked: 'Unlocked: it can be moved.',
}

/** Copying and pasting. */
export const clipboard = {
  copied: (what: string) => `${what} copied.`,
  cutEdit: (what: string) => `Cut ${what}`,
  notPasted: (reason: string) => `Not pasted. ${reason}`,
  noBlocks: 'There are no blocks in it.',
  pasteEdit: 'Paste',
  pasted: (what: string) => `${what} pasted.`,
  duplicateEdit: 'Duplicate',
  duplicated: (what: string) => `${what} duplicated.`,
  noCopyByMenu: 'This browser does not let a menu copy. Press Ctrl+C.',
  noPasteByMenu: 'This browser does not let a menu paste. Press Ctrl+V.',
  tooLarge: 'this text is too large for a design.',
  tooLargeHint: 'Copy less of it, or open it as a file.',
  tooLong: 'this text is too long for a note.',
  tooLongHint: 'Copy blocks of a design, or plan text.',
  block: (name: string) => `“${name}”`,
  blocks: (count: number) => `${count} blocks`,
}

/** Collapsing and opening rooms. */
export const closing = {
  collapsed: (edit: string) => `${edit.replace(/^Collapse/, 'Collapsed')}.`,
  hidden: (name: string, room: string) => `“${name}” is in the collapsed room “${room}”.`,
  open: 'Open the room',
  movedAside: 'Opened. What stood on its ground moved aside.',
  undo: 'Undo',
  opened: (edit: string) => `${edit.replace(/^Open/, 'Opened')}.`,
}

/** Adding what comes next. */
export const creating = {
  added: (names: readonly string[]) => `${names.join(', ')} added.`,
  nothingNext: (name: string) => `No kind of block is joined with “${name}” by a flow.`,
}

/** Deleting. */
export const deleting = {
  deleted: (edit: string) => edit.replace(/^Delete/, 'Deleted'),
  joined: (source: string, target: string) => `${source} joined to ${target}`,
  all: (deeds: readonly string[]) => `${deeds.join(', ')}.`,
}

/** Carrying out fixes. */
export const fixing = {
  noFix: 'No change to the drawing cures this finding: its text says what to decide.',
  noFinding: 'Nothing is open on what is selected. F8 goes to the next finding.',
  stale: 'This no longer applies: the design has changed since.',
  noneByDrawing: 'Nothing here is cured by a change to the drawing alone.',
  fixed: (done: number, left: number) => `${done} fixed, ${left === 0 ? 'nothing left open' : `${left} left for you`}.`,
  undo: 'Undo',
  done: (fix: string) => `${fix}: done.`,
  severalBlocks: (first: string, more: number) => `${first} and ${more} more`,
  added: (what: string) => `${what} added.`,
  addedAt: (what: string, block: string) => `${what} added at ${block}.`,
  addedBetween: (what: string, one: string, other: string) => `${what} added between ${one} and ${other}.`,
}

/** Moving into a room. */
export const joining = {
  done: (edit: string) => `${edit}: done.`,
}

/** Typing in a note. */
export const noteTyping = { addEdit: 'Add note', changeEdit: 'Change note' }

/** Copying as a picture. */
export const copyingPicture = {
  selection: 'The selection is copied as a picture.',
  design: 'The design is copied as a picture.',
  refused: 'This browser takes no picture on the clipboard. Export a PNG file in its place.',
  exportIt: 'Export',
}

/** Where a number is set. */
export const placeNames = {
  inBrief: (field: string) => `${field} in the brief`,
  ofFlow: (field: string, source: string, target: string) => `${field} from ${source} to ${target}`,
  ofBlock: (field: string, block: string) => `${field} of ${block}`,
  unnamed: 'a block',
}

/** Copying and pasting properties. */
export const carryingProperties = {
  none: 'It has no properties that are set.',
  copied: (count: number) => `${counted(count, 'property', 'properties')} copied.`,
  copyFirst: 'Copy the properties of a block or flow first: Ctrl+Alt+C.',
  nothingFits: 'Nothing to paste: no property fits here, or all are set so already.',
  pasted: (count: number) => `${counted(count, 'property', 'properties')} pasted.`,
  pastedOn: (count: number, elements: number) =>
    `${counted(count, 'property', 'properties')} pasted, on ${elements} elements.`,
}

/** Moving an end of a flow. */
export const reconnecting = {
  sameBlock: (name: string) => `A flow joins two blocks: ${name} is its other end.`,
  twin: (source: string, flow: string, target: string) => `${source} already sends ${flow} to ${target}.`,
  moved: (source: string, target: string, flow: string) => `Flow now runs from ${source} to ${target}: ${flow}.`,
}

/** Giving a block another kind. */
export const replacing = {
  changed: (before: string, after: string) => `${before} changed to ${after}. Its flows and properties are kept.`,
}

/** Making a room or note larger or smaller. */
export const resizing = {
  locked: 'It is locked. Unlock it to resize it.',
  collapsed: 'Open the room to resize it.',
  size: (width: number, height: number) => `${width} by ${height}.`,
}

/** Making space, and what lies over what. */
export const spacing = {
  done: (edit: string) => `${edit}: done.`,
  nothingBeside: { x: 'Nothing lies right of it that can move.', y: 'Nothing lies below it that can move.' },
  noOverlap: { forward: 'Nothing overlaps it any further up.', back: 'Nothing overlaps it any further down.' },
}

/** Putting a block into a flow. */
export const splicing = {
  refused: (name: string) => `${name} cannot stand in this flow.`,
  put: (name: string, source: string, target: string) => `${name} put between ${source} and ${target}.`,
}

/** Choosing a step by its number. */
export const choosingStep = {
  chosen: (step: string) => `Step ${step}: arrows choose a block, Enter adds it.`,
}

/** Guides, and rooms that are drawn. */
export const tools = {
  guidesOn: 'Smart guides are on.',
  guidesOff: 'Smart guides are off. Ctrl while dragging shows them.',
  roomAdded: 'Room added.',
  roomEdit: 'Add room',
}

/** The sheet of keys and gestures. */
export const shortcutSheet = {
  title: 'Keyboard and pointer',
  find: 'Find a key or a command',
  print: 'Print',
  label: 'Shortcuts',
  pointer: 'Pointer',
  or: 'or',
  none: (query: string) => `Nothing found for “${query}”.`,
}

/** What the sheet of keys says, on the page and in the documentation. */
export const shortcutLines = {
  groups: {
    edit: 'Edit',
    canvas: 'Canvas',
    walk: 'Walk by keys',
    view: 'View',
    present: 'Presentation',
    file: 'File',
    help: 'Everything else',
  },
  /** Keys as one says them. */
  keys: { escape: 'Esc', left: 'Left', right: 'Right', up: 'Up', down: 'Down', menu: 'Menu' },
  /** Each gesture of the pointer, and what comes of it. */
  pointer: {
    dragFromPalette: ['Drag from the palette', 'Add a block where it is let go'],
    select: ['Click', 'Select; with Shift or Ctrl, add to the selection'],
    frame: ['Shift and drag on empty canvas', 'Select all that the frame touches'],
    move: ['Drag a block or a room', 'Move it, with the whole selection; with Alt, leave a copy there'],
    dragOntoFlow: ['Drag a block onto a flow', 'Put it into the flow'],
    dragFreely: ['Ctrl while dragging', 'Without guides and without joining a flow; with guides where they are off'],
    dragEnd: ['Drag an end of a selected flow', 'Let it start or end at another block'],
    pressPlus: ['Rest on a flow and press its plus', 'Insert a block into the flow'],
    makeSpace: ['Alt and drag on empty canvas', 'Make space: push what lies right or below'],
    connect: ['Drag from a port to a block', 'Connect the two'],
    addNext: ['Drag from a port to empty canvas', 'Add what comes next there'],
    connectByClicks: ['Click a port, then a block', 'Connect the two without dragging'],
    addBlock: ['Double-click empty canvas', 'Add a block there'],
    rename: ['Double-click a block, a room or a flow', 'Type its name, text or label'],
    collapse: ['Click the arrow of a room', 'Collapse it to one block, or open it again'],
    openMenu: ['Right-click', 'Menu of a block, a flow, a room or the canvas'],
    moveView: ['Drag empty canvas; Space or the middle button and drag anywhere', 'Move the view'],
    scrollView: ['Wheel or two fingers', 'Move the view'],
    zoom: ['Ctrl and wheel, or pinch', 'Zoom'],
    turnStop: ['Press or tap near the right or left edge of a presentation, or swipe', 'Next or previous stop'],
    laser: ['Press and draw with the laser', 'A red trail that fades; the design stays as it is'],
  } satisfies Record<string, readonly [gesture: string, effect: string]>,
}

/** What comes of the next keys and gestures, as the line at the bottom of the canvas says it after the keys. */
export const hints = {
  addBlock: 'adds a block',
  findBlock: 'finds a block',
  addNote: 'writes a note',
  commands: 'everything',
  shortcuts: 'all keys',
  addNext: 'adds the next',
  chooseNext: 'chooses it',
  connect: 'connects',
  changeKind: 'changes its kind',
  rename: 'renames',
  duplicate: 'duplicates',
  writeNote: 'writes in it',
  delete: 'deletes',
  openBriefField: 'opens its field of the brief',
  deleteCard: 'takes the card away, the brief stays',
  ungroup: 'ungroups',
  deleteWithMembers: 'deletes it with its blocks',
  label: 'labels it',
  group: 'puts them in a room',
  align: 'aligns',
  showAll: 'shows them',
  keepName: 'keeps the name',
  keepText: 'keeps the text',
  keepLabel: 'keeps the label, an empty one goes',
  leaveAsItWas: 'leaves it as it was',
  letGoToConnect: 'Let go on a block to connect it, on empty canvas to add one there',
  clickToConnect: 'Click a block to connect it, empty canvas to add one there',
  leave: 'leaves it',
  leaveCopy: 'leaves a copy',
  ontoFlow: 'Onto a flow: goes into it',
  intoRoom: 'Into a room: joins it',
  withoutGuides: 'without guides and flows',
  dragMoves: 'Drag moves the view',
  layHandDown: 'lays the hand down',
  dragDrawsRoom: 'Drag draws a room',
  drawNone: 'draws none',
  dragPushes: 'Drag pushes what lies right or below',
}

/** The menu of the canvas. */
export const canvasMenu = { name: 'Menu of the canvas' }

/** Its lines beside the commands. */
export const canvasMenuLines = { kindOfFlow: 'Kind of flow' }

// ——— Lists that find things to do and to add

/** A list that is searched. */
export const picker = {
  none: (query: string) => `Nothing found for “${query}”.`,
  found: (count: number) => `${count} found`,
  move: 'Move',
  close: 'Close',
}

/** The heading of what was run last. */
export const lastUsed = { heading: 'Last used' }

/** The list of everything that can be done. */
export const commandPalette = { name: 'Search commands, blocks, rules and case studies', run: 'Run' }

/** The heading of what lint proposes. */
export const fixEntries = { heading: 'Fix a finding' }

/** What the list of everything finds in a design. */
export const foundEntries = {
  add: 'Add a block',
  commands: 'Commands',
  findings: 'Findings',
  blocks: 'Blocks of this design',
  card: 'Card of the brief',
}

/** What the list of everything finds in the library. */
export const libraryEntries = {
  rules: 'Rules',
  openCase: 'Open a case study',
  /** Words that find a case study beside its title. */
  caseWords: (id: string) => `${id} template`,
}

/** The list of blocks to add. */
export const addPicker = { name: 'Add a block', add: 'Add' }

/** The list of what can be added next to a block or into a flow. */
export const nextBlocks = {
  fix: 'Fixes a finding',
  likely: 'Likely here',
  beside: {
    after: (block: string) => `What comes after “${block}”?`,
    before: (block: string) => `What comes before “${block}”?`,
  },
  between: (source: string, target: string) => `What goes between “${source}” and “${target}”?`,
}

/** The list of blocks that an end of a flow can move to. */
export const endPicker = {
  name: { source: 'Let the flow start at', target: 'Let the flow end at' },
  move: 'Move',
  blocks: 'Blocks that the flow may join',
}

/** The list of kinds that a block can have. */
export const kindPicker = {
  name: (block: string) => `Change “${block}” to`,
  change: 'Change',
  lost: (flows: number) => `${counted(flows, 'flow')} will not fit`,
}

/** The list of rooms that the selection can move to. */
export const roomPicker = {
  name: 'Move to room',
  move: 'Move',
  rooms: 'Rooms',
  blocks: (count: number) => `${count} blocks`,
  blocksIn: (count: number, room: string) => `${count} blocks, in ${room}`,
  none: 'None',
  noRoom: 'No room',
}

/** The palette of blocks. */
export const blockPalette = {
  name: 'Palette',
  find: 'Find a block',
  none: (query: string) => `No block is called “${query}”.`,
  fewer: 'Fewer',
  more: (count: number) => `${count} more`,
  add: 'Add',
}

/** What the palette says of the cards of the brief. */
export const paletteItems = {
  card: 'A card that shows this part of the brief on the canvas.',
  /** Words that find a card. */
  cardWords: (name: string, shows: string) => `${name} ${shows} brief card`,
}

// ——— The outline, and what is said to screen readers

/** Ways past the bars at the top. */
export const skipping = { name: 'Skip', toDiagram: 'Skip to the diagram', toOutline: 'Skip to the outline' }

/** What screen readers call the elements of the diagram. */
export const elementNames = {
  roles: { blocks: 'block', flows: 'flow', groups: 'room' },
  selected: 'Selected',
}

/** What became of the findings. */
export const lintNews = {
  fresh: {
    error: (count: number) => counted(count, 'new error'),
    warning: (count: number) => counted(count, 'new warning'),
    info: (count: number) => counted(count, 'new hint'),
  },
  more: (news: readonly string[], total: number) => `${news.join(', ')}, ${total} in all.`,
  fewer: (count: number, left: number) => `${counted(count, 'finding')} fewer, ${left === 0 ? 'none' : left} left.`,
}

/** Walking through the diagram by keys. */
export const walking = {
  ends: {
    right: 'Nothing leads on from here.',
    left: 'Nothing leads here.',
    up: 'This is the first.',
    down: 'This is the last.',
    first: 'There is nothing on the canvas.',
    last: 'There is nothing on the canvas.',
    out: 'This is the canvas.',
  },
  selected: (name: string) => `${name} selected.`,
  deselected: (name: string) => `${name} not selected.`,
  noneThatWay: 'No connected block lies that way.',
  noSelection: 'Nothing is selected.',
  selectFirst: 'Select a block first.',
}

/** What commands did that say nothing themselves. */
export const witness = {
  /** What an edit or a command is called, as what was done. */
  done: pastTense,
  moved: (what: string, way: string) => `${what} moved ${way}.`,
  selected: (what: string) => `${what} selected.`,
  flags: {
    isPaletteFolded: { on: 'Palette folded.', off: 'Palette unfolded.' },
    isInspectorFolded: { on: 'Inspector folded.', off: 'Inspector unfolded.' },
    isTracing: { on: 'The request path stands out.', off: 'Everything is shown alike.' },
    isAutoTidy: { on: 'Auto-tidy is on.', off: 'Auto-tidy is off.' },
    isRevealed: { on: 'Findings are shown.', off: 'Findings are hidden.' },
    isOutlineOpen: { on: 'Outline opened.', off: 'Outline closed.' },
  },
  whatIf: 'What if: choose a load or a failure.',
  whatIfEnded: 'What-if ended.',
  finding: (message: string, at: number, of: number) => `${message} ${at} of ${of}.`,
  findingClosed: 'Finding closed.',
  blocks: (count: number) => counted(count, 'block'),
  flows: (count: number) => counted(count, 'flow'),
  rooms: (count: number) => counted(count, 'room'),
  together: (counts: readonly string[]) => counts.join(' and '),
  nothing: 'Nothing',
  unchanged: 'Nothing changed.',
}

/** The design as a list. */
export const outlineList = {
  name: 'Design as a list',
  title: 'Outline',
  close: 'Close the outline',
  empty: 'Nothing is on the canvas yet. Press / to find a block to add.',
}

/** What stands before the block that a flow leads to. */
export const outlineLine = { to: 'to' }

/** Names that are typed in the outline. */
export const outlineName = {
  label: 'Label',
  name: 'Name',
  labelRemoved: 'Label removed.',
  labelled: (label: string) => `Labelled ${label}.`,
}

// ——— The inspector

/** The tabs of the inspector, and what it says while nothing is selected. */
export const inspector = {
  title: 'Inspector',
  tabs: { properties: 'Properties', findings: 'Findings', brief: 'Brief' },
  fold: 'Fold the inspector',
  more: 'More for the selection',
  nothing: { title: 'Nothing selected', text: 'Select a block, a flow or a room to see and change its properties.' },
}

/** What the inspector shows of one block or note. */
export const blockPanel = {
  note: { title: 'Note', what: 'Text beside the drawing; no rule reads it', text: 'Text' },
  name: 'Name',
  kind: (kind: string, number: number, step: string) => `${kind} · step ${number} ${step}`,
  moreProperties: (count: number) => `${count} more properties`,
  unknownProperty: 'Not a property of this kind: kept, and no rule reads it.',
  numbers: 'Numbers',
  flows: 'Flows',
  flowTo: <T>(block: T) => ['to ', block],
  flowFrom: <T>(block: T) => ['from ', block],
  findings: (count: number) => `${counted(count, 'finding')} on this block`,
  showFindings: 'Show',
  delete: 'Delete',
}

/** Where a block or room stands, and its size, in numbers. */
export const placeFields = {
  position: 'Position',
  size: 'Size',
  names: { x: 'X', y: 'Y', width: 'Width', height: 'Height' },
  flaw: 'Use a whole number of pixels, e.g. 240.',
}

/** What the inspector shows of one flow. */
export const flowPanel = {
  between: (source: string, target: string) => `${source} to ${target}`,
  betweenNames: <T>(source: T, target: T) => [source, ' to ', target],
  kind: 'Kind',
  kindFlaw: 'These two blocks cannot be joined by this kind of flow.',
  label: 'Label',
  labelHint: 'Three words at most',
  demand: (load: string) => `In the peak hour: ${load}`,
  ends: 'Ends',
  endFrom: <T>(block: T) => ['from ', block],
  endTo: <T>(block: T) => ['to ', block],
  turn: 'Turn round',
  delete: 'Delete',
}

/** What the inspector shows of one room. */
export const roomPanel = {
  what: (isCollapsed: boolean, blocks: number) =>
    `${isCollapsed ? 'Collapsed room' : 'Room'} · ${blocks === 0 ? 'empty' : counted(blocks, 'block')}`,
  inRoom: <T>(room: T) => [' · in ', room],
  name: 'Name',
  open: 'Open the room',
  collapse: 'Collapse',
  move: 'Move to room …',
  tidy: 'Tidy inside',
  selectBlocks: 'Select its blocks',
  ungroup: 'Ungroup',
  delete: 'Delete room',
  deleteHint: 'Delete the room; its blocks stay (Del). With its blocks: Shift+Del',
}

/** What the inspector shows of several selected things. */
export const manySelected = {
  title: (blocks: number, flows: number, rooms: number) => {
    const parts = [
      ...(blocks > 0 ? [counted(blocks, 'block')] : []),
      ...(flows > 0 ? [counted(flows, 'flow')] : []),
      ...(rooms > 0 ? [counted(rooms, 'room')] : []),
    ]
    return `${listed(parts, 'and')} selected`
  },
  arrange: 'Align and distribute',
  group: 'Put in a room',
  tidy: 'Tidy these',
  delete: 'Delete',
}

/** The fields of properties and of the brief. */
export const fields = {
  notSet: 'Not set',
  compare: 'Compare options',
  compareOf: (field: string) => `Compare options: ${field}`,
  suggestions: (field: string) => `Suggestions for ${field}`,
  typeAndEnter: 'Type and press Enter',
  remove: (element: string) => `Remove ${element}`,
  removed: (element: string) => `${element} removed.`,
}

/** The options of a decision beside each other. */
export const compareOptions = {
  gains: 'Gains',
  costs: 'Costs',
  when: 'When',
  sources: (count: number) => (count === 1 ? 'Source: ' : 'Sources: '),
}

/** The field for notes. */
export const notesField = {
  title: 'Notes',
  hint: 'Markdown',
  edit: 'Edit',
  editNotes: 'Edit the notes',
  preview: 'Preview',
  previewNotes: 'Preview the notes',
}

/** The brief, step by step. */
export const briefPanel = {
  summary: 'Summary',
  summaryHint: 'What this design is, in a sentence',
  step: (step: string) => `Brief: ${step}`,
  covered: (met: number, of: number) => `${met} of ${of}`,
  coveredHint: (met: number, of: number) => `${met} of ${of} checks are met`,
  open: (step: string) => `Open in ${step}`,
  moreFindings: (count: number) => `${count} more findings`,
  /** The label of the undo step of an answer. */
  change: (field: string) => `Change ${field}`,
}

/** What an availability allows. */
export const downtime = {
  example: '99.9\u2009%: 43.8\u2009min a month',
  never: 'Never down',
  perMonth: (time: string) => `${time} down a month`,
}

/** The peak load worked out from the users. */
export const scaleCalculator = {
  title: 'Peak load from the users',
  mean: (users: string, requests: string) => `${users} × ${requests} / 86 400 s`,
  onAverage: (load: string) => `= ${load} on average`,
  peak: <T>(factor: string, isAssumed: boolean, load: T) => [
    `× ${factor}${isAssumed ? ' assumed' : ''} = `,
    load,
    ' at peak',
  ],
  use: (load: string) => `Use ${load}/s`,
  uses: (load: string) => `Uses ${load}/s`,
  /** The label of the undo step. */
  change: 'Change Peak load',
  gaps: <T>(users: T, requests: T) => [users, ' × ', requests, ' / 86 400 s, × the peak factor'],
  fillIn: 'Fill in what is underlined.',
}

/** The list of findings, and what it says while it is empty. */
export const findingsPanel = {
  title: 'Findings',
  order: 'Order of the findings',
  orders: { severity: 'Severity', step: 'Step' },
  diagram: 'Diagram',
  fixHint: 'Fixes what a change to the drawing cures; one undo step',
  fewer: 'Fewer of the same',
  more: (count: number) => `${count} more of the same`,
  off: { title: 'Lint is off', text: 'No rule looks at this drawing.', turnOn: 'Turn lint on' },
  hidden: {
    title: (count: number) => counted(count, 'finding'),
    text: 'Counted, and kept to themselves until they are asked for.',
    show: 'Show them',
  },
  quiet: {
    title: 'Nothing said yet',
    text: 'What is missing is named from five blocks on.',
    review: 'Review now',
  },
  none: {
    title: 'No findings',
    text: 'Every check that applies is met.',
    inStep: (step: string) => `Nothing is open in ${step}.`,
  },
  scopeHint: (scope: string) => `This looks like the ${scope} part of a system.`,
  scope: (scope: string) => `Scope: ${scope}`,
}

/** The coverage of the design in one line. */
export const scoreLine = {
  coverage: (mean: number) => `Coverage ${mean}`,
  checks: (met: number, of: number) => `${met} of ${of} checks`,
  weakest: (step: string, score: number) => `weakest: ${step} ${score}`,
}

/** When the rules speak. */
export const profiles = {
  title: 'When the rules speak',
  each: {
    learning: { name: 'Learning', what: 'Live, from five blocks on' },
    review: { name: 'Review', what: 'Everything at once' },
    interview: { name: 'Interview', what: 'Counted, shown when asked' },
    off: { name: 'Off', what: 'No rule is asked' },
  },
}

/** One finding: why, what it costs, and what to do about it. */
export const findingDetail = {
  why: 'Why',
  tradeoff: 'Trade-off',
  source: 'Source',
  fix: (title: string) => `Fix: ${title}`,
  waive: 'Waive',
  reason: 'Reason for waiving',
  reasonHint: 'Why this is fine here',
  everywhere: 'Everywhere',
  rulePage: "The rule's page",
  brief: 'Brief',
  flow: (source: string, target: string) => `${source} to ${target}`,
}

/** Findings that were accepted. */
export const waivedList = {
  title: 'Waived',
  takeBack: 'Take back',
  takeBackOf: (rule: string) => `Take back: ${rule}`,
  gone: (rule: string, blocks: number) =>
    `${rule}, open again: ${blocks === 1 ? 'its block is gone' : 'its blocks are gone'}`,
  idle: (rule: string) => `${rule}, accepts nothing now`,
  everywhere: (rule: string) => `${rule}, everywhere`,
}

/** The figures of blocks, with what they are worked out from. */
export const figureTerms = {
  unnamed: 'Unnamed',
  assumed: 'assumed',
  fillIn: 'fill in',
}

/** The figures of one block. */
export const blockFigures = {
  load: 'Load in the peak hour',
  capacity: 'Capacity',
  memoryNeeded: 'Memory needed',
  memoryThere: 'Memory there is',
  storageNeeded: 'Storage needed',
  storageThere: 'Storage there is',
  run: 'One run takes',
  age: 'Freshest data',
  cost: 'Cost a month',
}

/** The figure of a room. */
export const roomFigure = {
  slowest: (time: string) => `p99 ${time}`,
  slowestOf: (time: string, target: string) => `p99 ${time} of ${target}`,
}

// ——— Parts that many places share

/** The severities of findings. */
export const severityMark = { error: 'Error', warning: 'Warning', info: 'Info' }

/** The frame of every dialog. */
export const dialogFrame = {
  close: 'Close',
}

/** What stands in for a part of the page that stopped. */
export const errorBoundary = {
  title: 'This part of the page stopped',
  text: 'Your design is stored on this device as you left it.',
  again: 'Try again',
}

/** The button that turns the page light or dark. */
export const themeButton = {
  light: 'Light theme',
  dark: 'Dark theme',
}

// ——— The frame of the editor: top bar, rail, status, palette, preferences

/** The page around the canvas before anything else has loaded, and what it shows where a design cannot be opened. */
export const editorFrame = {
  product: 'Groundplan',
  pageTitle: (design: string) => `${design} · Groundplan`,
  outline: 'Outline',
  blocks: 'Blocks',
  inspector: 'Inspector',
  takeAway: 'Download the design',
  unreadable: 'This design cannot be opened',
  unchanged: 'Nothing of it was changed.',
  allDesigns: 'All designs',
  downloadStored: 'Download what is stored',
}

/** What must be known about where the design is kept. */
export const banners = {
  notSaved: (reason: string) => `Not saved on this device. ${reason} You can go on drawing.`,
  download: 'Download',
  overtaken: 'A newer version of Groundplan changed this design in another tab. Here you can only look at it.',
  reload: 'Reload',
}

/** The top bar, its menus, and whether the design is saved. */
export const topBar = {
  allDesigns: 'All designs',
  title: 'Title of the design',
  export: 'Export',
  readOnly: 'Read-only',
  saved: 'Saved',
  saving: 'Saving …',
  notSaved: 'Not saved',
  file: 'File',
  save: 'Save a file',
  saveAs: 'Save a file as …',
  savePlan: 'Save as plan text',
  lightTheme: 'Light theme',
  darkTheme: 'Dark theme',
  tidy: 'Tidy layout',
  tidyWithKeys: 'Tidy layout (Shift+Alt+T)',
  stopTidying: 'Stop tidying',
  stopTidyingWithKeys: 'Stop tidying (Esc)',
  layouts: 'Layouts',
  autoTidy: 'Auto-tidy',
  aboutAutoTidy: 'Lay the design out after each change',
}

/** The rail of the seven steps. */
export const rail = {
  title: 'Seven steps',
  all: 'All steps',
  allCovered: (met: number, of: number) => `All steps, ${met} of ${of} covered`,
  covered: (met: number, of: number) => `${met} of ${of} covered`,
  coveredInShort: (met: number, of: number) => `All ${met}/${of}`,
  step: (name: string, met: number, of: number, findings: number) =>
    `${name}, ${met} of ${of} covered, ${findings === 0 ? 'nothing open' : counted(findings, 'finding')}`,
}

/** The status bar but for its numbers. */
export const statusBar = {
  size: (blocks: number, flows: number) => `${counted(blocks, 'block')}, ${counted(flows, 'flow')}`,
  commands: 'Commands',
  shortcuts: 'Shortcuts',
  inspector: 'Properties and findings',
  onThisDevice: 'On this device',
  backToLearning: (what: string) => `${what}. Press to go back to learning.`,
  lintOff: 'Lint is off',
  profile: (name: string) => `${name} profile`,
  withFindings: (profile: string, findings: number) => `${profile}, ${counted(findings, 'finding')}`,
}

/** The numbers of the status bar, each with what it was worked out from. */
export const statusNumbers = {
  latency: 'p99',
  load: 'Peak',
  cost: 'Cost',
  memory: 'Memory',
  termsOf: (name: string) => `Terms of ${name}`,
  notSet: 'not set',
  /** What follows the number: its limit, after a space. */
  ofLimit: (limit: string) => ` / ${limit}`,
  noLimit: 'No limit is set:',
  circle: 'runs in a circle',
  aboutCircle: 'Requests run in a circle: no path has an end. The findings name the calls.',
  slowestPath: 'Slowest request path, upper bound',
  blocksWithoutLatency: 'Blocks on the path without a p99 count as nothing:',
  loadFollowsFrom: 'The load follows from one of these:',
  noCapacity: 'no capacity set',
  askForCapacity:
    'Give a block on the request path its replicas and what one of them sustains: its load is then shown against its capacity.',
  ofCapacity: (capacity: string) => ` / ${capacity} QPS`,
  nearestToLimit: (block: string) => `Nearest to its limit: ${block}.`,
  unnamedBlock: 'an unnamed block',
  aMonth: ' a month',
  ofBudget: (budget: string) => ` / ${budget} a month`,
  monthlyCost: 'Monthly cost',
  askForPrices: 'Give blocks their price per replica and hour: the sum is shown against the budget.',
  notCounted: 'Not counted until this is set:',
  needs: (block: string) => `${block} needs`,
  has: (block: string) => `${block} has`,
}

/** The preferences of this browser, each with a line on what it does. */
export const preferencesDialog = {
  title: 'Preferences',
  look: 'Look',
  canvas: 'Canvas',
  rules: 'Rules',
  onThisDevice: 'On this device',
  theme: { name: 'Theme', what: 'Exports have a theme of their own.' },
  asSystem: 'As the system',
  light: 'Light',
  dark: 'Dark',
  motion: { name: 'Motion', what: 'Reduced: blocks and the view jump to their places instead of gliding.' },
  reduced: 'Always reduced',
  guides: { name: 'Smart guides', what: 'Lines show where a dragged block stands level with others.' },
  snap: { name: 'Snap to grid', what: 'Dragged blocks stop every 8 pixels; without it, at every pixel.' },
  hints: { name: 'Hints', what: 'One line under the canvas says what can be done next.' },
  singleKeys: {
    name: 'Single-letter keys',
    what: 'N, R, T and the like are commands while no field has the cursor. Off helps with voice control.',
  },
  profile: 'When the rules speak',
  aboutProfile: (what: string) => `${what}.`,
  reset: 'Reset preferences',
  isReset: 'Everything is as it was at first.',
  undo: 'Undo',
  refused: 'This browser refuses to store anything: save a file to keep a design.',
  kept: (designs: number, removed: number) => {
    const bin = removed === 0 ? '' : `, and ${removed} in the bin`
    const verb = designs + removed > 1 ? 'are' : 'is'
    const kept = `${designs === 0 ? 'No design' : counted(designs, 'design')}${bin} ${verb} stored on this device`
    return `${kept}, with these preferences. Nothing leaves it but the files that you save.`
  },
}

// ——— Dialogs: export, document, rules, versions, case studies, presentation

/** The dialog that exports a picture. */
export const exportDialog = {
  title: 'Export a picture',
  preview: (title: string, description: string) => `Preview of ${title}. ${description}`,
  picture: 'Picture',
  drawn: 'Drawn',
  asOnScreen: 'As on screen',
  format: 'Format',
  theme: 'Theme',
  light: 'Light',
  dark: 'Dark',
  part: 'Part',
  whole: 'Whole',
  selection: 'Selection',
  view: 'View',
  scale: 'Size',
  isTransparent: 'Transparent background',
  hasLegend: 'Legend of flows',
  hasNumbers: 'Loads and totals',
  hasWaivers: 'Accepted findings',
  hasBadges: 'Finding badges',
  pixels: (width: number, height: number) => `${width} x ${height} pixels`,
  mostPixels: (size: string) => `${size}: the most that browsers draw. SVG has no such limit.`,
  withoutLoss: (width: number, height: number) => `${width} x ${height}, scales without loss`,
  copy: 'Copy',
  copied: 'Copied as a picture.',
  export: (format: string) => `Export ${format}`,
  exported: (file: string) => `Exported as ${file}.`,
  failed: (reason: string) => `The picture was not exported: ${reason}.`,
  copyAltText: 'Copy alt text',
  altTextCopied: 'Copied.',
  altTextRefused: 'The browser refused.',
}

/** Why there is no picture, as the end of a sentence. */
export const pictureFailures = {
  noContext: 'the browser gave no canvas to draw on',
  notDrawn: 'the browser could not draw the picture',
  tooLarge: 'the picture is too large for the browser',
}

/** Why there is no picture of the screen, as the end of a sentence. */
export const screenFailures = {
  noCanvas: 'no canvas is on screen',
  empty: 'the browser drew nothing',
}

/** The design as a document. */
export const documentDialog = {
  title: 'Design document',
  saveMarkdown: 'Save Markdown',
  print: 'Print or save PDF',
  close: 'Close',
  saved: (name: string) => `Saved as ${name}.md.`,
  savedWithPicture: (name: string) => `Saved as ${name}.md with ${name}.svg.`,
  picture: (title: string, description: string) => `The design: ${title}. ${description}`,
}

/** The rule book. */
export const ruleBook = {
  title: 'Rule book',
  rules: 'Rules',
  search: 'Search the rules',
  searchAll: (rules: number) => `Search ${rules} rules`,
  none: 'No rule speaks of that.',
  diagram: 'Diagram',
  open: (findings: number) => `${findings} open in this design`,
  severity: { error: 'error', warning: 'warning', info: 'info' },
  sort: {
    coverage: 'asks for what is missing, within the scope of the design',
    correctness: 'judges what is drawn, always',
  },
  flagged: 'Flagged',
  fine: 'Fine',
  example: (name: string, rule: string) => `${name}: an example of ${rule}`,
  fix: 'Fix',
  tradeoff: 'Trade-off',
  silent: 'Silent when',
  source: 'Source',
  inFile: 'In a file',
  waiver: (rule: string) => `waive ${rule} @block "the reason"`,
  loading: 'The rules are still loading.',
}

/** How well the design covers the seven steps. */
export const scoreDialog = {
  title: 'Coverage and score',
  nothing: 'Nothing to judge yet',
  ofHundred: 'of 100, weighted by the minutes that a step gets in a 45-minute interview.',
  weakest: (step: string) => ` A design is as strong as its weakest step: ${step}.`,
  step: 'Step',
  score: 'Score',
  checksMet: 'Checks met',
  weight: 'Weight',
  met: (met: number, of: number) => `${met} of ${of}`,
  notStarted: 'not started',
  nothingApplies: 'nothing applies',
  counting:
    'A step loses what its failed checks weigh: an error 5, a warning 2, an info 0.5, each rule once. An open error holds its step at 60 or less; a waived rule counts neither way. A step without a block or an answer scores 0.',
  limits: 'What it cannot see',
}

/** The kept versions of a design and the way back to one. */
export const versionHistory = {
  title: 'Version history',
  none: 'No version is kept yet. One is kept every ten minutes of work, and one before each Tidy.',
  list: 'Versions, newest first',
  preview: (when: string) => `The design as it was: ${when}`,
  nothingDrawn: 'Nothing was drawn yet.',
  same: 'The design is as it was then.',
  download: 'Download',
  restore: 'Restore',
  restoring: (when: string) => `Restore ${when}`,
  restored: (when: string) => `Restored as it was: ${when}.`,
  beforeRestore: 'Before restore',
  undo: 'Undo',
}

/** Moments as they are named in the list of versions. */
export const versionDates = {
  locale: 'en-GB',
  today: 'Today',
  yesterday: 'Yesterday',
  at: (day: string, time: string) => `${day}, ${time}`,
}

/** What a restore would do, in a sentence. */
export const restoreWords = {
  blocks: (count: number) => counted(count, 'block'),
  flows: (count: number) => counted(count, 'flow'),
  groups: (count: number) => counted(count, 'room'),
  added: (what: string) => `brings back ${what}`,
  changed: (what: string) => `changes ${what}`,
  removed: (what: string) => `removes ${what}`,
  moved: (what: string) => `moves ${what}`,
  and: (others: readonly string[], last: string) => `${others.join(', ')} and ${last}`,
  sentence: (phrases: readonly string[]) => {
    const sentence = phrases.join(', ')
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
  },
  onlyBrief: 'Changes the brief.',
  onlyLines: 'Moves lines.',
}

/** How many changes lie between a copy and its case study. */
export const caseChip = {
  title: 'What did I change?',
  count: (changes: number) => counted(changes, 'change'),
  fromCase: ' from the case study',
}

/** The dialog that lists what was changed in a copy of a case study. */
export const caseChanges = {
  title: 'What did I change?',
  noCase: 'This version of Groundplan has no such case study any more.',
  comparedWith: (title: string) => `Compared with the case study “${title}”: `,
  count: (changes: number) => (changes === 0 ? 'no changes.' : `${counted(changes, 'change')}.`),
  parts: { blocks: 'Blocks', flows: 'Flows', rooms: 'Rooms', brief: 'Brief', waivers: 'Accepted findings' },
  deeds: { added: 'Added', changed: 'Changed', removed: 'Removed' },
  deedBefore: (deed: string) => `${deed}: `,
  was: 'was ',
  now: 'now ',
  notSet: 'not set',
  moved: (blocks: number, rooms: number) => {
    const counts = [blocks > 0 && counted(blocks, 'block'), rooms > 0 && counted(rooms, 'room')].filter(Boolean)
    return `${counts.join(' and ')} ${blocks + rooms === 1 ? 'stands' : 'stand'} elsewhere.`
  },
  reset: 'Reset to the case study',
}

/** What was changed in a copy of a case study: what it is called where it has no name, and its fields. */
export const changedThings = {
  room: 'Room',
  block: 'a block',
  card: 'Card of the brief',
  flow: (source: string, target: string) => `${source} to ${target}`,
  yes: 'yes',
  no: 'no',
  flowLabel: 'Label',
  stepNotes: (step: string) => `Notes, ${step}`,
  /** Fields that belong to no kind, by their paths. */
  fields: {
    title: 'Title',
    summary: 'Summary',
    author: 'Author',
    label: 'Name',
    kind: 'Kind',
    group: 'Room',
    notes: 'Notes',
    locked: 'Locked',
    collapsed: 'Collapsed',
    order: 'Drawing order',
    source: 'From',
    target: 'To',
    rule: 'Rule',
    at: 'Where',
    reason: 'Reason',
  },
}

/** The way back from a copy to its case study. */
export const caseReset = {
  noCase: 'This version of Groundplan has no such case study any more.',
  edit: 'Reset to the case study',
  nothing: 'Nothing to reset: this is the case study as it came.',
  before: 'Before reset',
  done: 'Reset to the case study.',
  undo: 'Undo',
}

/** A design that is presented. */
export const presentation = {
  title: 'Presentation',
  controls: 'Controls of the presentation',
  walkBy: 'Walk through the design by',
  walks: { steps: 'Steps', path: 'Request path', rooms: 'Rooms' },
  /** Why a walk has no stops. */
  noStops: {
    steps: 'No block stands on the canvas',
    path: 'No client waits for an answer',
    rooms: 'The design has no rooms',
  },
  count: (at: number, of: number) => `${at} of ${of}`,
  progress: 'Stops shown',
  notes: 'Notes',
  notesOfStop: 'Notes of this stop',
  noNotes: (stop: string) => `Nothing was noted about ${stop}.`,
  stop: (at: number, of: number, said: string) => `Stop ${at} of ${of}: ${said}.`,
  ended: 'The presentation has ended.',
}

/** The stops of a presentation and the facts beside their titles. */
export const presentedStops = {
  blocks: (count: number) => counted(count, 'block'),
  flows: (count: number) => counted(count, 'flow'),
  covered: (met: number, of: number) => `${met} of ${of} checks covered`,
  view: (at: number, of: number) => `view ${at} of ${of}`,
  here: (latency: string) => `${latency} here`,
  soFar: (latency: string, whole: string) => `${latency} of ${whole}`,
  allowed: (soFar: string, limit: string) => `${soFar}, ${limit} allowed`,
  summary: 'Summary',
  outsideRooms: 'Outside the rooms',
}

// ——— The start screen, and files

/** Where designs live, and how to keep one beyond this browser. */
export const storedHere = {
  kept: 'Kept in this browser only; save a file to keep it for good.',
}

/** What one can do here, in three lines over the case studies. */
export const welcome = {
  title: 'First steps',
  draw: { name: 'Draw', what: 'Typed blocks, from the goal to monitoring.' },
  see: { name: 'See what is missing', what: 'Rules read along: why, the price, a fix.' },
  find: {
    name: 'Find anything',
    what: <T>(commands: T, shortcuts: T) => [commands, ' on the canvas, ', shortcuts, ' for every key.'],
  },
  hide: 'Hide the first steps',
}

/** The pointers of an empty canvas to where things are. */
export const pointers = {
  toBlocks: 'Blocks, in the order of the seven steps',
  toFindings: 'The steps above fill as the design does; what it still misses is listed here',
  toShortcuts: <T>(keys: T) => [keys, ' shows every key'],
  hide: 'Hide these pointers',
}

/** The start screen but for its lists. */
export const startScreen = {
  product: 'Groundplan',
  preferences: 'Preferences',
  designs: 'Your designs',
  new: 'New',
  blank: 'Blank canvas',
  openFile: 'Open file',
}

/** The designs of this device. */
export const recentDesigns = {
  title: 'Recent',
  none: 'What you draw appears here.',
  showAll: (designs: number) => `Show all ${designs}`,
  deleted: (title: string) => `“${title}” deleted.`,
  deletedMany: (designs: number) => `${designs} designs deleted.`,
  undo: 'Undo',
  closeMessage: 'Close the message',
  more: (title: string) => `More about ${title}`,
  open: 'Open',
  rename: 'Rename',
  duplicate: 'Duplicate',
  delete: 'Delete',
  titleField: 'Title',
}

/** How long ago a design was changed, in a few characters. */
export const timesAgo = {
  now: 'now',
  minutes: (count: number) => `${count}\u2009min`,
  hours: (count: number) => `${count}\u2009h`,
  /** The language of the names of days and months. */
  locale: 'en-GB',
}

/** What a row of the list of designs says about one. */
export const designFacts = {
  blocks: (count: number) => counted(count, 'block'),
  findings: (count: number) => (count === 0 ? 'No findings' : counted(count, 'finding')),
}

/** The case studies. */
export const caseStudies = {
  title: 'Case studies',
  about: 'Complete designs to open, take apart and make your own.',
  search: 'Find a case',
  count: (found: number) => counted(found, 'case study', 'case studies'),
  none: (family: string | null, query: string) =>
    `No case study${family === null ? '' : ` of ${family.toLowerCase()}`} speaks of “${query}”.`,
  showAll: 'Show all',
  family: 'Family',
  all: <T>(count: T) => ['All ', count],
  open: 'Open',
  has: (kind: string) => `Has: ${kind}`,
  /** A line may not break between the number and its noun. */
  size: (blocks: number) => `${blocks}\u00a0${blocks === 1 ? 'block' : 'blocks'}`,
}

/** What case studies are about, as people read it. */
export const caseFamilies = {
  recommendation: 'Recommendation',
  search: 'Search',
  ads: 'Ads',
  trust: 'Trust and safety',
  vision: 'Vision',
  language: 'Language',
  marketplaces: 'Marketplaces',
  forecasting: 'Forecasting',
  other: 'Other',
}

/** A file that is dropped on the page, and one that was not opened. */
export const droppedFile = {
  drop: 'Drop a design to open it',
  notOpened: 'This file was not opened',
  unchanged: 'The file and everything that is open are unchanged.',
}

/** The browser's own dialog that opens files, and a file that is too large to be read. */
export const openingFile = {
  designs: 'Groundplan designs',
  tooLarge: (megabytes: number, most: number) =>
    `this file has ${megabytes} MB, more than the ${most} MB that a design may have.`,
  chooseAnother: 'Choose a Groundplan design.',
}
