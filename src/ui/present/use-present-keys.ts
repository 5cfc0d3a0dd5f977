import { useEffect } from 'react'
import type { Command } from '../commands/command'
import { isPressed } from '../commands/keys'
import { COMMANDS, runCommand } from '../commands/registry'
import { useSession } from '../session/hooks'
import { preferences } from '../session/preferences'

/** What the page does with these is meant for an editor: while a design is presented none of them reaches it. */
const KEPT_OUT = ['contextmenu', 'dblclick', 'paste', 'cut', 'dragover', 'drop'] as const

/** Keys that work a focused control, such as a button of the bar. */
const OF_CONTROLS = /^(Tab|Enter| |Arrow.*)$/

/**
 * Runs the commands of a presentation by their keys, before any other listener sees them: whatever else a key does in the
 * editor, here it does not.
 */
export function usePresentKeys(): void {
  const session = useSession()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      event.stopImmediatePropagation()
      if (OF_CONTROLS.test(event.key) && isControl(event)) return
      if (isSign(event) && !preferences.get('singleKeys')) return
      const pressed = pressedOf(event, command => command.isEnabled?.(session) !== false)
      if (!pressed) {
        if (isOfEditor(event)) event.preventDefault()
        return
      }
      event.preventDefault()
      void runCommand(session, pressed.command, pressed.keys)
    }
    const keepOut = (event: Event) => {
      // Notes are a text like any other.
      if (event.target instanceof Element && event.target.closest('[data-present]')) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', onKeyDown, true)
    for (const name of KEPT_OUT) window.addEventListener(name, keepOut, true)
    return () => {
      window.removeEventListener('keydown', onKeyDown, true)
      for (const name of KEPT_OUT) window.removeEventListener(name, keepOut, true)
    }
  }, [session])
}

/** A letter or digit alone: people who talk to their machine switch these off. */
function isSign({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return /^[^ ]$/.test(key) && !ctrlKey && !metaKey && !altKey
}

function pressedOf(event: KeyboardEvent, isEnabled: (command: Command) => boolean) {
  for (const command of COMMANDS as readonly Command[]) {
    if (command.group !== 'present' || !isEnabled(command)) continue
    const keys = command.keys?.find(one => isPressed(one, event))
    if (keys) return { command, keys }
  }
  return null
}

/** Keys that do something in the editor do nothing here, and nothing of the browser's either; it may zoom the page. */
function isOfEditor(event: KeyboardEvent): boolean {
  return (COMMANDS as readonly Command[]).some(
    one => one.group !== 'view' && !one.isNative && one.keys?.some(keys => isPressed(keys, event)),
  )
}

/** On a button Space and Enter press it; arrows choose among radios and move a scrolled text. */
function isControl({ key, target }: KeyboardEvent): boolean {
  if (key === 'Tab') return true
  if (!(target instanceof Element)) return false
  if (key.startsWith('Arrow')) return target.matches('[type="radio"]') || /Up|Down/.test(key)
  return target.matches('button, a, [type="radio"]')
}
