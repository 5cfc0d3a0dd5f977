import { useEffect } from 'react'
import { canEdit } from '../../commands/conditions'
import { useEditor, useSession } from '../../session/hooks'
import { ConnectMode } from './ConnectMode'
import { startFrom } from './connecting'
import { GrowList } from './GrowList'
import { useGrowing } from './use-growing'

/** What makes blocks and flows on the canvas by keys, by clicks and by double clicks: loaded right after the first paint. */
export function Creating() {
  const growing = useGrowing()
  const isConnecting = useEditor(editor => editor.connecting !== null)
  useDoubleClick()
  usePortClick()
  return (
    <>
      {growing && <GrowList growing={growing} />}
      {isConnecting && <ConnectMode />}
    </>
  )
}

/** A double click on empty canvas opens the list of blocks to add there. */
function useDoubleClick(): void {
  const session = useSession()
  useCanvasEvent('dblclick', ({ target, clientX, clientY }) => {
    const isEmpty = target instanceof Element && target.classList.contains('react-flow__pane')
    if (!isEmpty || !canEdit(session) || session.editor.getState().connecting) return
    session.editor.setState({ dialog: 'add', addAt: session.view.dropPoint(clientX, clientY), addTo: null })
  })
}

/** A click or a tap on a port draws a flow from its block, whose other end the next click chooses. */
function usePortClick(): void {
  const session = useSession()
  useCanvasEvent('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('.react-flow__handle') || !canEdit(session)) return
    const block = target.closest('[data-block]')?.getAttribute('data-block')
    if (block && !session.editor.getState().connecting) startFrom(session, block)
  })
}

function useCanvasEvent(name: 'click' | 'dblclick', answer: (event: MouseEvent) => void): void {
  useEffect(() => {
    const element = document.querySelector<HTMLElement>('[data-canvas] .react-flow')
    element?.addEventListener(name, answer)
    return () => element?.removeEventListener(name, answer)
  }, [name, answer])
}
