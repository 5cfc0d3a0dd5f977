import { useEffect } from 'react'
import { useSession } from '../session/hooks'
import { type Command, isForFields } from './command'
import { isPressed, isTyping } from './keys'
import { COMMANDS, runCommand } from './registry'

/**
 * Runs the command whose keys are pressed: of several with the same keys the first of the registry that applies. A field
 * keeps its keys; a dialog or menu all of them, also while it loads.
 */
export function useCommandKeys(): void {
  const session = useSession()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open], [role="menu"]')) return
      const { dialog, menu } = session.editor.getState()
      if (dialog !== null || menu !== null) return
      const command = (COMMANDS as readonly Command[]).find(
        one => isListening(one, event) && isMeant(one, event) && one.isEnabled?.(session) !== false,
      )
      if (!command) return
      event.preventDefault()
      void runCommand(session, command)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [session])
}

function isListening(command: Command, event: KeyboardEvent): boolean {
  return !command.isNative && command.keys?.some(keys => isPressed(keys, event)) === true
}

/**
 * In a field only commands of files and the few that work everywhere apply; on a focused button Enter and the arrows
 * belong to the button, and Tab leads on.
 */
function isMeant(command: Command, event: KeyboardEvent): boolean {
  const target = event.target
  if (isTyping(target)) return isForFields(command)
  const isOnCanvas = target === document.body || (target instanceof Element && isCanvas(target))
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
  const isOwnKey = /^(Enter|Tab|Delete|Backspace|Arrow.*)$/.test(event.key)
  return isOnCanvas || !(isPlain && isOwnKey)
}

/** Whether an element is the canvas or lies on it, and is no button that stands on the canvas. */
function isCanvas(element: Element): boolean {
  return element.closest('[data-canvas]') !== null && !element.closest('button, a, [role="toolbar"]')
}
