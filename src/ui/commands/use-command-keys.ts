import { useEffect } from 'react'
import { useSession } from '../session/hooks'
import { preferences } from '../session/preferences'
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
 * In a field only commands of files and the few that work everywhere apply. Single letters and signs are meant for the
 * canvas, the outline, or nothing in particular, and for nobody where the person switched them off. On a focused button
 * Enter and the arrows belong to the button, and Tab leads on.
 */
function isMeant(command: Command, event: KeyboardEvent): boolean {
  const target = event.target
  if (isTyping(target)) return isForFields(command)
  const isOnCanvas = !(target instanceof Element) || target === document.body || isCanvas(target)
  if (event.ctrlKey || event.metaKey || event.altKey) return true
  // A button that the pointer pressed has the focus only by the way: keys typed next are not meant for it.
  if (event.key.length === 1) return preferences.get('singleKeys') && (isOnCanvas || !target.matches(':focus-visible'))
  return isOnCanvas || !/^(Enter|Tab|Delete|Backspace|Home|End|Arrow.*)$/.test(event.key)
}

/** Whether an element is the canvas or the outline or lies on it, and is no button or slider that stands there. */
function isCanvas(element: Element): boolean {
  return (
    element.closest('[data-canvas], [data-outline]') !== null && !element.closest('button, a, input, [role="toolbar"]')
  )
}
