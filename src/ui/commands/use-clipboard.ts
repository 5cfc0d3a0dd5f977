import { useEffect } from 'react'
import { useSession } from '../session/hooks'
import { isTyping } from './keys'

/**
 * Answers the browser's own copy, cut and paste while no field has the cursor, no text is selected and no dialog is open:
 * they need no permission, and the person's keys are whatever the browser says they are.
 */
export function useClipboard(): void {
  const session = useSession()
  useEffect(() => {
    let isGone = false
    let remove = () => {}
    // A copy is answered at once or never, so what answers it is there before the first one, and after the first paint.
    void import('./clipboard').then(({ copiedText, removeCopied, pasteText }) => {
      if (isGone) return
      const onCopy = (event: ClipboardEvent) => {
        const text = isOurs(event) ? copiedText(session) : null
        if (text === null || !event.clipboardData) return
        event.clipboardData.setData('text/plain', text)
        event.preventDefault()
        if (event.type === 'cut' && !session.document.getState().readOnly) removeCopied(session)
      }
      const onPaste = (event: ClipboardEvent) => {
        const text = isOurs(event) ? (event.clipboardData?.getData('text/plain') ?? '') : ''
        if (text === '') return
        event.preventDefault()
        void pasteText(session, text)
      }
      document.addEventListener('copy', onCopy)
      document.addEventListener('cut', onCopy)
      document.addEventListener('paste', onPaste)
      document.documentElement.dataset.clipboard = ''
      remove = () => {
        delete document.documentElement.dataset.clipboard
        document.removeEventListener('copy', onCopy)
        document.removeEventListener('cut', onCopy)
        document.removeEventListener('paste', onPaste)
      }
    })
    return () => {
      isGone = true
      remove()
    }
  }, [session])
}

/** Whether an event of the clipboard means the canvas, and no field, selected text or dialog. */
function isOurs(event: ClipboardEvent): boolean {
  if (event.defaultPrevented || isTyping(event.target) || isTyping(document.activeElement)) return false
  if (document.querySelector('dialog[open], [role="menu"]')) return false
  return event.type === 'paste' || document.getSelection()?.isCollapsed !== false
}
