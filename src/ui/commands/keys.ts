import { keyCaps as say } from '../messages/en'

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

const SIGNS = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
  Escape: say.escape,
  ContextMenu: say.menu,
}

const NAMES: Readonly<Record<string, string>> = isMac
  ? { ...SIGNS, Mod: '⌘', Shift: '⇧', Alt: '⌥', Delete: '⌦', Backspace: '⌫' }
  : { ...SIGNS, Mod: say.control, Delete: say.delete }

/** The keys of a combination as this machine names them: `Mod+Shift+Z` gives Ctrl, Shift, Z. */
export function keyNames(combination: string): string[] {
  return keysOf(combination).map(key => NAMES[key] ?? key)
}

/** The keys of a combination; the plus at the end of `Mod++` is a key. */
export function keysOf(combination: string): string[] {
  return combination.endsWith('++') ? [...combination.slice(0, -2).split('+'), '+'] : combination.split('+')
}

/** Whether an event is this combination. `Mod` is Command on a Mac and Control elsewhere. */
export function isPressed(combination: string, event: KeyboardEvent): boolean {
  const keys = keysOf(combination)
  const wanted = keys[keys.length - 1] ?? ''
  const hasMod = isMac ? event.metaKey : event.ctrlKey
  const hasOther = isMac ? event.ctrlKey : event.metaKey
  if (hasMod !== keys.includes('Mod') || hasOther) return false
  if (event.altKey !== keys.includes('Alt')) return false
  const isLetter = /^[A-Z]$/.test(wanted)
  // `?` is Shift and another key on most keyboards: only letters and named keys say whether Shift belongs to them.
  const isSign = wanted.length === 1 && !isLetter && !/\d/.test(wanted)
  if (!isSign && event.shiftKey !== keys.includes('Shift')) return false
  if (/^\d$/.test(wanted)) return event.code === `Digit${wanted}` || event.key === wanted
  if (isLetter) return event.key.toUpperCase() === wanted || event.code === `Key${wanted}`
  return event.key === (wanted === 'Space' ? ' ' : wanted)
}

/** Whether typing goes into a field, where single keys are text and no commands. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) || isTextInput(target))
  )
}

function isTextInput(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && !/^(button|checkbox|radio|range|file|submit|reset)$/.test(target.type)
}
